import type { CliArguments } from './arguments.ts'
import type { CoreClient } from './core-client.ts'
import { secretFromFile, type SecretInput } from './secret-input.ts'

/**
 * Name and passphrase from where the arguments say, else from the terminal. Returns what stood behind the passphrase on standard input, when the
 * passphrase came from there: it is the input of the command.
 */
export async function signInByArguments(client: CoreClient, { user, passphraseFd }: Pick<CliArguments, 'user' | 'passphraseFd'>, input: SecretInput): Promise<string | null> {
  const signInName = user ?? (await input.ask('Sign-in name: '))
  const { secret: passphrase, rest } = passphraseFd === null ? { secret: await input.askHidden('Passphrase: '), rest: '' } : secretFromFile(passphraseFd)
  await client.call('session.signIn', { signInName, passphrase })
  return passphraseFd === 0 ? rest : null
}
