import { helperPort } from '#electron/platform/helper-port.ts'
import { parentLink } from '#electron/platform/parent-link.ts'
import { serveParser } from './serve-parser.ts'

/** The helper process that reads what people choose to import: it holds no key and no store, has 512 MB, and is ended when it falls silent. */
// Ctrl+C in the terminal reaches every process of it; the shell decides what follows.
process.on('SIGINT', () => undefined)
await serveParser(helperPort(parentLink()))
