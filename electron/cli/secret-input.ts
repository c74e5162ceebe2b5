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

/** The first line of an open file; its end of line does not count. */
export function secretFromFile(descriptor: number): string {
  return readFileSync(descriptor, 'utf8').split(/\r?\n/)[0] ?? ''
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
