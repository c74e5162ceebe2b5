import { readFileSync } from 'node:fs'

/** Ends the core among the processes that program started, as a crash would. Reads /proc. */
export function killCore(programId: number): void {
  const children = readFileSync(`/proc/${programId}/task/${programId}/children`, 'utf8').trim().split(' ').map(Number)
  const core = children.find(id => /(?:core\.js|Caseboard core)/.test(readFileSync(`/proc/${id}/cmdline`, 'utf8')))
  if (core === undefined) throw new Error('That program runs no core.')
  process.kill(core, 'SIGKILL')
}
