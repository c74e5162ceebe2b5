import { enter } from './node-gate.js'

enter('./programs/check.ts')
