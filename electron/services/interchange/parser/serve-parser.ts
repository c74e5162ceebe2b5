import type { HelperPort } from '#electron/platform/helper-port.ts'
import { ToParser } from './messages.ts'
import { type ReadBy, readFiles } from './read-files.ts'

/**
 * Reads the port's files for the core at the other end. One message goes out for each `next` that comes in, so that a slow core never piles up
 * patients. Resolves after the last message.
 */
export async function serveParser(port: HelperPort): Promise<void> {
  let turns = 0
  let wake: () => void = () => undefined
  const turn = async (): Promise<void> => {
    while (turns === 0) await new Promise<void>(resolve => { wake = resolve })
    turns -= 1
  }
  const readBy = new Promise<ReadBy>(resolve => {
    port.onMessage(message => {
      const asked = ToParser.parse(message)
      if (asked.kind === 'read') {
        const { kind: _kind, ...by } = asked
        resolve(by)
      } else {
        turns += 1
        wake()
      }
    })
  })
  for await (const message of readFiles(await port.files, await readBy)) {
    await turn()
    port.send(message)
  }
}
