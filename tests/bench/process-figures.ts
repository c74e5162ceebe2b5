import { readFileSync } from 'node:fs'

/** What Linux says of processes; null or nothing where it does not. */

/** Living children of a process, oldest first. */
export function childrenOf(pid: number): number[] {
  return (read(`/proc/${pid}/task/${pid}/children`) ?? '').split(/\s+/).filter(text => text !== '').map(Number)
}

/** Megabytes of memory the process holds. */
export function residentMegabytes(pid: number): number | null {
  const kiB = /VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`) ?? '')?.[1]
  return kiB === undefined ? null : Number(kiB) / 1024
}

const TICKS_A_SECOND = 100

/** Processor seconds a living process has had, all its threads together, and those of the children it has seen end. */
export function processorSeconds(pid: number): { readonly own: number; readonly endedChildren: number } | null {
  const fields = read(`/proc/${pid}/stat`)?.replace(/^.*\) /s, '').split(' ').map(Number)
  if (fields === undefined) return null
  const [user, system, childUser, childSystem] = fields.slice(11, 15)
  return { own: ((user ?? 0) + (system ?? 0)) / TICKS_A_SECOND, endedChildren: ((childUser ?? 0) + (childSystem ?? 0)) / TICKS_A_SECOND }
}

/** Milliseconds this program's main thread was ready to run while others had the processor. */
export function waitedForProcessor(): number {
  const nanos = read(`/proc/self/task/${process.pid}/schedstat`)?.split(' ')[1]
  return nanos === undefined ? 0 : Number(nanos) / 1e6
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
