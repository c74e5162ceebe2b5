import { enter } from './node-gate.js'

enter('./programs/dev.ts')
