import { Button, Dialog as FluentDialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons'
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { cx } from './cx.ts'
import s from './dialog.module.css'
import { IconButton } from './icon-button.tsx'
import { useReturnFocus } from './use-return-focus.ts'

export interface DialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly sub?: ReactNode
  /** 400, 560, 800 px, or as much as there is. */
  readonly size?: 'small' | 'medium' | 'large' | 'full' | undefined
  readonly actions?: ReactNode
  /** Makes it a form: Enter in a field and Ctrl+Enter anywhere submit. */
  readonly onSubmit?: (() => void) | undefined
  readonly busy?: boolean | undefined
  /** Something was typed: closing asks first. */
  readonly dirty?: boolean | undefined
  readonly children: ReactNode
}

/** A modal. Focus goes to the field with `autoFocus`, else to the first field (or button), stays in and returns; Escape closes (after asking, when `dirty`). */
export function Dialog({ open, onClose, title, sub, size = 'medium', actions, onSubmit, busy, dirty, children }: DialogProps) {
  const [asking, setAsking] = useState(false)
  useReturnFocus(open)
  const close = () => {
    if (busy === true) return
    if (dirty === true) setAsking(true)
    else onClose()
  }
  const body = (
    <DialogBody className={s['body'] ?? ''}>
      <DialogTitle className={s['title'] ?? ''} action={null}>
        {title}
        {sub !== undefined && <span className={s['sub']}>{sub}</span>}
      </DialogTitle>
      <DialogContent className={s['content'] ?? ''}>{children}</DialogContent>
      {actions !== undefined && <DialogActions className={s['actions'] ?? ''}>{actions}</DialogActions>}
      {/* Last in order, first in sight: focus goes to the first field, not to the way out. */}
      <span className={s['close']}>
        <IconButton label="Close" icon={<Dismiss16Regular />} onClick={close} disabled={busy} />
      </span>
      <KeepChosenFocus />
    </DialogBody>
  )
  return (
    <>
      <FluentDialog
        open={open}
        onOpenChange={(_, data) => {
          // A click beside it must not throw away what was typed; Escape and the close button are meant.
          if (!data.open && data.type !== 'backdropClick') close()
        }}
      >
        <DialogSurface className={cx(s['surface'], s[size])}>{onSubmit === undefined ? body : <DialogForm onSubmit={onSubmit} busy={busy === true}>{body}</DialogForm>}</DialogSurface>
      </FluentDialog>
      {asking && (
        <ConfirmDialog
          open
          danger
          title="Discard what you typed?"
          confirmLabel="Discard"
          cancelLabel="Keep typing"
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false)
            onClose()
          }}
        >
          Nothing of it has been saved to the record.
        </ConfirmDialog>
      )}
    </>
  )
}

/** Fluent gives focus to the first thing in a dialog, over a field that asked for it: puts it back where it was chosen. */
function KeepChosenFocus() {
  const here = useRef<HTMLSpanElement>(null)
  const chosen = useRef<HTMLElement | null>(null)
  useLayoutEffect(() => {
    const now = document.activeElement
    if (now instanceof HTMLElement && here.current?.closest('[role="dialog"]')?.contains(now) === true) chosen.current = now
  }, [])
  // After the effects of the dialog around it, of which one moves the focus.
  useEffect(() => queueMicrotask(() => chosen.current?.focus()), [])
  return <span ref={here} hidden />
}

function DialogForm({ onSubmit, busy, children }: { onSubmit: () => void; busy: boolean; children: ReactNode }) {
  const submitByKey = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.currentTarget.requestSubmit()
  }
  return (
    <form
      noValidate
      className={s['form']}
      onKeyDown={submitByKey}
      onSubmit={(event) => {
        event.preventDefault()
        // A portal's events bubble through React to forms around it.
        event.stopPropagation()
        if (!busy) onSubmit()
      }}
    >
      {children}
    </form>
  )
}

export interface DialogButtonsProps {
  readonly primary: string
  readonly onCancel: () => void
  readonly cancelLabel?: string | undefined
  readonly busy?: boolean | undefined
  readonly danger?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** Without it the primary button submits the form. */
  readonly onPrimary?: (() => void) | undefined
}

/** Cancel and the one thing to do. */
export function DialogButtons({ primary, onCancel, cancelLabel = 'Cancel', busy, danger, disabled, onPrimary }: DialogButtonsProps) {
  return (
    <>
      <Button size="small" onClick={onCancel} disabled={busy === true}>
        {cancelLabel}
      </Button>
      <Button size="small" appearance="primary" type={onPrimary === undefined ? 'submit' : 'button'} className={cx(danger && s['danger'])} disabledFocusable={busy === true || disabled === true} {...(onPrimary === undefined ? {} : { onClick: onPrimary })}>
        {primary}
      </Button>
    </>
  )
}

export interface ConfirmDialogProps {
  readonly open: boolean
  readonly title: string
  readonly confirmLabel: string
  readonly cancelLabel?: string | undefined
  readonly danger?: boolean | undefined
  readonly busy?: boolean | undefined
  readonly onConfirm: () => void
  readonly onClose: () => void
  readonly children?: ReactNode
}

/** One question before something that is hard to take back. */
export function ConfirmDialog({ open, title, confirmLabel, cancelLabel, danger, busy, onConfirm, onClose, children }: ConfirmDialogProps) {
  useReturnFocus(open)
  return (
    <FluentDialog open={open} modalType="alert" onOpenChange={(_, data) => (data.open || busy === true ? undefined : onClose())}>
      <DialogSurface className={cx(s['surface'], s['small'])}>
        <DialogBody className={s['body'] ?? ''}>
          <DialogTitle className={s['title'] ?? ''}>{title}</DialogTitle>
          <DialogContent className={s['content'] ?? ''}>{children}</DialogContent>
          <DialogActions className={s['actions'] ?? ''}>
            <DialogButtons primary={confirmLabel} cancelLabel={cancelLabel} danger={danger} busy={busy} onCancel={onClose} onPrimary={onConfirm} />
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </FluentDialog>
  )
}
