import type { sessionContract } from '#shared/contract/session.ts'
import { changePassphrase } from '#electron/services/accounts/change-passphrase.ts'
import { lock } from '#electron/services/accounts/lock.ts'
import { judgePassphrase } from '#electron/services/accounts/new-passphrase.ts'
import { preference, savePreference } from '#electron/services/accounts/preferences.ts'
import { openDemo } from '#electron/services/accounts/open-demo.ts'
import { recoverWithKey } from '#electron/services/accounts/recover-with-key.ts'
import { confirmRecoveryKey } from '#electron/services/accounts/recovery-key.ts'
import { activity, sessionState } from '#electron/services/accounts/session-state.ts'
import { setPin } from '#electron/services/accounts/set-pin.ts'
import { setUp } from '#electron/services/accounts/set-up.ts'
import { signIn } from '#electron/services/accounts/sign-in.ts'
import { stepUp } from '#electron/services/accounts/step-up.ts'
import { blur, unblur, unblurByPassphrase } from '#electron/services/accounts/unblur.ts'
import { viewAs } from '#electron/services/accounts/view-as.ts'
import type { HandlersOf } from '../handler.ts'

export const sessionHandlers: HandlersOf<typeof sessionContract> = {
  'session.state': sessionState,
  'session.judgePassphrase': judgePassphrase,
  'session.setUp': setUp,
  'session.confirmRecoveryKey': confirmRecoveryKey,
  'session.signIn': signIn,
  'session.recoverWithKey': recoverWithKey,
  'session.lock': lock,
  'session.blur': blur,
  'session.stepUp': stepUp,
  'session.unblur': unblur,
  'session.unblurByPassphrase': unblurByPassphrase,
  'session.activity': activity,
  'session.setPin': setPin,
  'session.changePassphrase': changePassphrase,
  'session.openDemo': deps => ({ session: openDemo(deps) }),
  'session.viewAs': viewAs,
  'session.preference': preference,
  'session.savePreference': savePreference,
}
