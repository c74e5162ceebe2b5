import { enter } from './node-gate.js'

enter('./programs/notices.ts')
