import { writeSync } from 'node:fs'
import { systemClock } from '#electron/platform/clock.ts'
import { systemIds } from '#electron/platform/ids.ts'
import { signIn } from '#electron/security/sign-in.ts'
import { countingKdf } from '#tests/support/kdf.ts'

/** Guesses passphrases at full speed. Prints `K` for each derivation before it runs, then each answer. */
const [folder = '', signInName = ''] = process.argv.slice(2)
const clock = systemClock()
const kdf = countingKdf()
const deps = {
  clock,
  ids: systemIds(clock),
  profile: { folder },
  kdf: {
    ...kdf,
    derive: (request: Parameters<typeof kdf.derive>[0]) => {
      writeSync(1, 'K\n')
      return kdf.derive(request)
    },
  },
}
writeSync(1, 'ready\n')
for (let n = 0; ; n++) writeSync(1, `${(await signIn(deps, { signInName, passphrase: `guess number ${n} of many` })).kind}\n`)
