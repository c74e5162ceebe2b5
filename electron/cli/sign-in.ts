import type { CliArguments } from './arguments.ts'
import type { CoreClient } from './core-client.ts'
import { secretFromFile, type SecretInput } from './secret-input.ts'

/** Name and passphrase from where the arguments say, else from the terminal. */
export async function signInByArguments(client: CoreClient, { user, passphraseFd }: Pick<CliArguments, 'user' | 'passphraseFd'>, input: SecretInput): Promise<void> {
  const signInName = user ?? (await input.ask('Sign-in name: '))
  const passphrase = passphraseFd === null ? await input.askHidden('Passphrase: ') : secretFromFile(passphraseFd)
  await client.call('session.signIn', { signInName, passphrase })
}
