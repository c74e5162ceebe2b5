import { Link, Toast, ToastBody, Toaster, ToastTitle, useId, useToastController, type ToastIntent } from '@fluentui/react-components'
import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { Kbd } from './kbd.tsx'
import s from './toasts.module.css'
import type { Tone } from './tone.ts'
import { useHotkeys } from './use-hotkeys.tsx'

export interface ToastMessage {
  readonly tone?: Tone | undefined
  readonly title: string
  readonly body?: ReactNode
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
  /** How long it stays; the pointer on it stops the clock. 6 unless said, 10 with an action; bad news stays until closed. */
  readonly seconds?: number | undefined
}

export interface Toasts {
  readonly show: (message: ToastMessage) => void
  /** Done, and can be taken back. */
  readonly undo: (title: string, run: () => void) => void
  /** What Ctrl+Z does: takes back the latest thing that still offers its undo, if any. */
  readonly takeBack: () => void
  /** Stays until closed; the same failure again takes the place of the one before. */
  readonly failed: (title: string, body?: ReactNode) => void
  /** Everything goes at once, and nothing can be taken back any more: messages name patients. */
  readonly clear: () => void
}

const intents: Readonly<Record<Tone, ToastIntent>> = { ok: 'success', warn: 'warning', bad: 'error', info: 'info', mute: 'info' }

const ToastContext = createContext<Toasts | null>(null)

interface Undoable {
  readonly toastId: string
  readonly take: () => void
}

/**
 * Where messages appear, bottom right, over everything. Once, near the root. Ctrl+M moves focus to the latest; Ctrl+Z takes back
 * the latest thing that still offers its undo, except while typing, where it belongs to the text.
 */
export function ToastHost({ children }: { children: ReactNode }) {
  const toasterId = useId('toasts')
  const { dispatchToast, dismissToast } = useToastController(toasterId)
  const counter = useRef(0)
  const undoable = useRef<readonly Undoable[]>([])
  const failures = useRef<ReadonlyMap<string, string>>(new Map())
  const [round, setRound] = useState(0)
  const giveFocusBack = useFocusOutside('.fui-ToastContainer')
  const toasts = useMemo<Toasts>(() => {
    const forget = (toastId: string) => {
      undoable.current = undoable.current.filter((one) => one.toastId !== toastId)
      failures.current = new Map([...failures.current].filter(([, id]) => id !== toastId))
    }
    const show = (message: ToastMessage, undo?: () => void) => {
      const { tone = 'ok' } = message
      const action = undo === undefined ? message.action : { label: 'Undo', run: undo }
      counter.current += 1
      const toastId = `${toasterId}-${counter.current}`
      const stay = tone === 'bad' ? -1 : (message.seconds ?? (action === undefined ? 6 : 10)) * 1000
      let taken = false
      const take = () => {
        // The toast fades out with its button still there: a second press must not act twice.
        if (taken) return
        taken = true
        forget(toastId)
        giveFocusBack()
        dismissToast(toastId)
        action?.run()
      }
      if (tone === 'bad') {
        const before = failures.current.get(message.title)
        if (before !== undefined) dismissToast(before)
        failures.current = new Map(failures.current).set(message.title, toastId)
      }
      if (undo !== undefined) undoable.current = [...undoable.current, { toastId, take }]
      dispatchToast(
        <Toast className={s['toast'] ?? ''}>
          <ToastTitle action={<ToastAction label={action?.label ?? 'Dismiss'} run={take} keys={undo === undefined ? undefined : 'Ctrl+Z'} />}>{message.title}</ToastTitle>
          {message.body !== undefined && <ToastBody>{message.body}</ToastBody>}
        </Toast>,
        {
          toastId, intent: intents[tone], timeout: stay, pauseOnHover: true, politeness: tone === 'bad' ? 'assertive' : 'polite',
          onStatusChange: (_, { status }) => {
            if (status === 'dismissed') forget(toastId)
          },
        },
      )
    }
    return {
      show: (message) => show(message),
      undo: (title, run) => show({ title }, run),
      failed: (title, body) => show({ tone: 'bad', title, ...(body === undefined ? {} : { body }) }),
      takeBack: () => undoable.current.at(-1)?.take(),
      clear: () => {
        undoable.current = []
        failures.current = new Map()
        // A new toaster, because dismissed toasts can be read until they have faded.
        setRound((before) => before + 1)
      },
    }
  }, [dispatchToast, dismissToast, toasterId, giveFocusBack])
  useHotkeys('mod+z', toasts.takeBack, { inFields: false })
  return (
    <ToastContext value={toasts}>
      {children}
      <Toaster key={round} toasterId={toasterId} position="bottom-end" limit={4} shortcuts={{ focus: (event) => event.ctrlKey && event.key === 'm' }} />
    </ToastContext>
  )
}

/** Returns what gives focus back to where it last was outside `selector`, if it is inside now. */
function useFocusOutside(selector: string): () => void {
  const last = useRef<HTMLElement | null>(null)
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && target.closest(selector) === null) last.current = target
    }
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [selector])
  return useMemo(
    () => () => {
      const within = document.activeElement?.closest(selector) ?? null
      if (within !== null && last.current?.isConnected === true) last.current.focus()
    },
    [selector],
  )
}

/** Throws outside a ToastHost. The same object for as long as the host stands. */
export function useToasts(): Toasts {
  const toasts = useContext(ToastContext)
  if (toasts === null) throw new Error('No ToastHost above this component.')
  return toasts
}

function ToastAction({ label, run, keys }: { readonly label: string; readonly run: () => void; readonly keys: string | undefined }) {
  return (
    <Link as="button" onClick={run} {...(keys === undefined ? {} : { 'aria-keyshortcuts': 'Control+Z' })}>
      {label} {keys !== undefined && <span aria-hidden><Kbd keys={keys} /></span>}
    </Link>
  )
}
