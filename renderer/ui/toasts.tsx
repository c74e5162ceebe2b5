import { Link, Toast, ToastBody, Toaster, ToastTitle, useId, useToastController, type ToastIntent } from '@fluentui/react-components'
import { createContext, useContext, useMemo, useRef, type ReactNode } from 'react'
import s from './toasts.module.css'
import type { Tone } from './tone.ts'

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
  readonly failed: (title: string, body?: ReactNode) => void
}

const intents: Readonly<Record<Tone, ToastIntent>> = { ok: 'success', warn: 'warning', bad: 'error', info: 'info', mute: 'info' }

const ToastContext = createContext<Toasts | null>(null)

/** Where messages appear, bottom right, over everything. Once, near the root. Ctrl+M moves focus to the latest. */
export function ToastHost({ children }: { children: ReactNode }) {
  const toasterId = useId('toasts')
  const { dispatchToast, dismissToast } = useToastController(toasterId)
  const counter = useRef(0)
  const toasts = useMemo<Toasts>(() => {
    const show = (message: ToastMessage) => {
      const { tone = 'ok', action } = message
      counter.current += 1
      const toastId = `${toasterId}-${counter.current}`
      const stay = tone === 'bad' ? -1 : (message.seconds ?? (action === undefined ? 6 : 10)) * 1000
      const take = (run: () => void) => () => {
        dismissToast(toastId)
        run()
      }
      dispatchToast(
        <Toast className={s['toast'] ?? ''}>
          <ToastTitle action={action === undefined ? dismissLink(take(() => undefined)) : <Link as="button" onClick={take(action.run)}>{action.label}</Link>}>{message.title}</ToastTitle>
          {message.body !== undefined && <ToastBody>{message.body}</ToastBody>}
        </Toast>,
        { toastId, intent: intents[tone], timeout: stay, pauseOnHover: true, politeness: tone === 'bad' ? 'assertive' : 'polite' },
      )
    }
    return {
      show,
      undo: (title, run) => show({ title, action: { label: 'Undo', run } }),
      failed: (title, body) => show({ tone: 'bad', title, ...(body === undefined ? {} : { body }) }),
    }
  }, [dispatchToast, dismissToast, toasterId])
  return (
    <ToastContext value={toasts}>
      {children}
      <Toaster toasterId={toasterId} position="bottom-end" limit={4} shortcuts={{ focus: (event) => event.ctrlKey && event.key === 'm' }} />
    </ToastContext>
  )
}

/** Throws outside a ToastHost. The same object for as long as the host stands. */
export function useToasts(): Toasts {
  const toasts = useContext(ToastContext)
  if (toasts === null) throw new Error('No ToastHost above this component.')
  return toasts
}

function dismissLink(run: () => void) {
  return (
    <Link as="button" onClick={run}>
      Dismiss
    </Link>
  )
}
