import type { printContract } from '#shared/contract/print.ts'
import { recordPrint } from '#electron/services/print/record-print.ts'
import type { HandlersOf } from '../handler.ts'

export const printHandlers: HandlersOf<typeof printContract> = { 'print.record': recordPrint }
