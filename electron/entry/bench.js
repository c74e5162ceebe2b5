import { enter } from './node-gate.js'

enter('./programs/bench.ts')
