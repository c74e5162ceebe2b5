import { helperPort } from '#electron/platform/helper-port.ts'
import { ToParser } from './messages.ts'
import { type ReadBy, readFiles } from './read-files.ts'

/**
 * The helper process that reads what people choose to import: it holds no key and no store, has 512 MB, and is ended when it falls silent.
 * One message goes out for each `next` that comes in, so that a slow core never piles up patients.
 */
const port = helperPort()
let turns = 0
let wake: () => void = () => undefined

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

async function turn(): Promise<void> {
  while (turns === 0) await new Promise<void>(resolve => { wake = resolve })
  turns -= 1
}

for await (const message of readFiles(await port.files, await readBy)) {
  await turn()
  port.send(message)
}
