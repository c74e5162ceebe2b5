import { enter } from './node-gate.js'

enter('./programs/cli.ts')
