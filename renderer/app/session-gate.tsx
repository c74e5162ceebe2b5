import { lazy, Suspense, useLayoutEffect } from 'react'
import { FirstPassphrase } from '#renderer/features/accounts/index.ts'
import { useSession } from '#renderer/state/session-store.ts'
import { FailedState } from '#renderer/ui/failed-state.tsx'
import { useToasts } from '#renderer/ui/toasts.tsx'
import { BlurOverlay } from './blur-overlay.tsx'
import { Frame } from './frame.tsx'
import { LockScreen } from './lock-screen.tsx'
import { ReadyGate } from './ready-gate.tsx'
import { useActivity } from './use-activity.ts'

const SetUpWizard = lazy(async () => ({ default: (await import('#renderer/features/setup/index.ts')).SetUpWizard }))

/** One of: nothing yet, set-up, sign-in, a first passphrase, the work, the blur over the work. */
export function SessionGate() {
  const session = useSession(s => s.session)
  const isSettingUp = useSession(s => s.isSettingUp)
  const isUnreachable = useSession(s => s.isUnreachable)
  const isClosed = session?.state === 'locked' || session?.state === 'no-store'
  const toasts = useToasts()
  // Messages lie over everything: what they say of patients goes with the lock, and nobody takes back what the person before did.
  useLayoutEffect(() => {
    if (isClosed) toasts.clear()
  }, [isClosed, toasts])
  // The recovery words are on the screen for as long as it takes to write them down.
  useActivity(isSettingUp && session?.state === 'unlocked')
  if (session === null) return isUnreachable ? <NoCore /> : null
  if (session.state === 'no-store' || isSettingUp) {
    return (
      <>
        <Suspense fallback={null}>
          <SetUpWizard />
        </Suspense>
        {session.state === 'blurred' && <BlurOverlay person={session.person} triesLeft={session.pinTriesLeft} />}
      </>
    )
  }
  if (session.state === 'locked') return <LockScreen reason={session.reason} facilityName={session.facilityName} demo={session.demo} />
  if (session.state === 'unlocked' && session.person.mustChangePassphrase) return <FirstPassphrase name={session.person.name} />
  return (
    <ReadyGate person={session.person}>
      <Frame person={session.person} demo={session.demo} blurred={session.state === 'blurred'} />
      {session.state === 'blurred' && <BlurOverlay person={session.person} triesLeft={session.pinTriesLeft} />}
    </ReadyGate>
  )
}

function NoCore() {
  return (
    <FailedState
      title="The workstation's core does not answer"
      sentence="Nothing was changed. Close this window and start Caseboard again; if it stays so, run “caseboard-cli check” or call your administrator."
      onRetry={() => window.location.reload()}
    />
  )
}
