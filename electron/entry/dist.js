import { enter } from './node-gate.js'

enter('./programs/dist.ts')
