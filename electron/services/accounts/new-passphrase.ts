import type { Output, Parsed } from '#shared/contract/index.ts'
import { passphraseProblems } from '#electron/security/passphrase-rules.ts'
import type { CoreDeps, KeylessContext } from '../deps.ts'
import { invalid } from './errors.ts'

/** What is wrong with a new passphrase, while it is being typed. */
export function judgePassphrase(_deps: CoreDeps, _context: KeylessContext, { passphrase, names }: Parsed<'session.judgePassphrase'>): Output<'session.judgePassphrase'> {
  return { problems: [...passphraseProblems(passphrase, { names })] }
}

/** Throws a validation error on `field` when the passphrase breaks a rule of `security.md` 3.2. */
export function requireGoodPassphrase(passphrase: string, names: readonly string[], field: string): void {
  const problems = passphraseProblems(passphrase, { names })
  if (problems.length > 0) throw invalid({ [field]: problems.join(' ') })
}
