import { Button } from '@fluentui/react-components'
import { useCommand } from '#renderer/api/use-command.ts'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { LockReason } from '#shared/model/session.ts'
import { FormMessage, GateCard, RecoverForm, SignInForm } from '#renderer/features/accounts/index.ts'
import { DemoStrip } from './demo-strip.tsx'

const RestorePanel = lazy(async () => ({ default: (await import('#renderer/features/workstation/index.ts')).RestorePanel }))

const reasons: Readonly<Record<LockReason, string>> = {
  start: 'Sign in to open the caseload.',
  idle: 'Locked because nobody was working. What you typed is kept.',
  asked: 'Locked. What you typed is kept.',
  'screen-locked': 'Locked with the computer’s screen. What you typed is kept.',
  suspended: 'Locked when the computer went to sleep. What you typed is kept.',
  disconnected: 'Locked because the window was gone for a while. What you typed is kept.',
  'time-limit': 'Locked after 12 hours. Sign in again to go on; what you typed is kept.',
  'pin-failed': 'Locked after three wrong PINs. What you typed is kept.',
  'core-ended': 'The workstation’s core stopped and was started again. Everything saved is safe; what you typed was kept up to half a second before.',
}

/** Sign-in, and the ways out of trouble from there. Nothing of a patient is in the page while it shows. */
export function LockScreen({ reason, facilityName, demo }: { readonly reason: LockReason; readonly facilityName: string; readonly demo: boolean }) {
  const [view, setView] = useState<'sign-in' | 'recover' | 'restore'>('sign-in')
  const back = (): void => setView('sign-in')
  useEffect(() => {
    document.title = 'Caseboard'
  }, [])
  if (view === 'recover') {
    return (
      <GateCard title="Forgotten passphrase" sub="Nothing is lost: the caseload stays encrypted until somebody opens it.">
        <RecoverForm onBack={back} />
      </GateCard>
    )
  }
  if (view === 'restore') {
    return (
      <GateCard wide title="Restore a backup" sub="The backup takes the place of the data file on this workstation. What is there is set aside, never deleted.">
        <Suspense fallback={null}>
          <RestorePanel onBack={back} />
        </Suspense>
      </GateCard>
    )
  }
  if (demo) {
    return (
      <GateCard title={facilityName} sub="The demo is locked. Synthetic patients only; it opens without a passphrase." strip={<DemoStrip />}>
        <OpenDemo />
      </GateCard>
    )
  }
  return (
    <GateCard title={facilityName === 'unknown' ? 'Caseboard' : facilityName} sub={reasons[reason]}>
      <SignInForm onForgotten={() => setView('recover')} onRestore={() => setView('restore')} />
    </GateCard>
  )
}

function OpenDemo() {
  const open = useCommand('session.openDemo', { errors: 'inline' })
  return (
    <>
      <FormMessage error={open.error} />
      <Button appearance="primary" onClick={() => void open.run({})} disabledFocusable={open.isRunning} autoFocus>Open the demo again</Button>
    </>
  )
}
