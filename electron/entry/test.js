import { enter } from './node-gate.js'

enter('./programs/test.ts')
