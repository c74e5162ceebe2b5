import { enter } from './node-gate.js'

enter('./programs/build.ts')
