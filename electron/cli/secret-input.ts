import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** Where names and secrets come from; never from the command line. */
export interface SecretInput {
  ask(question: string): Promise<string>
  /** Nothing of the answer is shown. */
  askHidden(question: string): Promise<string>
}

export class NoTerminal extends Error {
  constructor() {
    super('There is no terminal to ask at: give --user and --passphrase-fd.')
    this.name = 'NoTerminal'
  }
}

/** What an open file holds: the secret is its first line, without the end of line; `rest` is everything behind it. */
export function secretFromFile(descriptor: number): { readonly secret: string; readonly rest: string } {
  const content = readFileSync(descriptor, 'utf8')
  const [line = ''] = content.split(/\r?\n/, 1)
  return { secret: line, rest: content.slice(line.length).replace(/^\r?\n/, '') }
}

/** Asks on the terminal. Questions go to standard error: standard output carries the answer of the command. */
export function terminalInput(): SecretInput {
  return {
    ask: question => askOn(process.stderr, question),
    async askHidden(question) {
      process.stderr.write(question)
      const answer = await askOn(new Writable({ write(_chunk, _encoding, done) { done() } }), '')
      process.stderr.write('\n')
      return answer
    },
  }
}

async function askOn(output: NodeJS.WritableStream, question: string): Promise<string> {
  if (!process.stdin.isTTY) throw new NoTerminal()
  const lines = createInterface({ input: process.stdin, output, terminal: true })
  try {
    return await lines.question(question)
  } finally {
    lines.close()
  }
}
