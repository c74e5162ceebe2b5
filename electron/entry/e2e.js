import { enter } from './node-gate.js'

enter('./programs/e2e.ts')
