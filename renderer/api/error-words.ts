import type { AppErrorShape } from '#shared/contract/errors.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import { errorShape } from './client.ts'

/** A heading for what went wrong; `shape.message` is the sentence under it. */
export function errorTitle(shape: AppErrorShape): string {
  switch (shape.code) {
    case 'validation':
      return 'Some fields need attention'
    case 'not-found':
      return 'This record is not there'
    case 'conflict':
      return 'Somebody changed this in the meantime'
    case 'locked':
      return 'The workstation is locked'
    case 'forbidden':
      return 'Your role may not do this'
    case 'refused':
      return 'That cannot be done'
    case 'step-up':
      return 'Your passphrase is needed'
    case 'wait':
      return 'Wait before the next try'
    case 'cancelled':
      return 'Stopped'
    case 'store':
      return 'The data file needs attention'
    case 'unanswered':
      return 'No answer came'
    case 'unexpected':
      return 'Something went wrong'
    default:
      return assertNever(shape)
  }
}

/** For `ErrorCopyProvider`: how any failed query is told. */
export function errorCopy(error: unknown): { title: string; sentence: string; details?: string } {
  const shape = errorShape(error)
  return { title: errorTitle(shape), sentence: shape.message, ...(shape.code === 'unexpected' && { details: `Reference ${shape.ref}` }) }
}
