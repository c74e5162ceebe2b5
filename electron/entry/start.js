import { enter } from './node-gate.js'

enter('./programs/start.ts')
