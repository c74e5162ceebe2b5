import { type ImportAccounts, sumOf } from '#shared/domain/interchange/accounts.ts'
import type { IncomingPatient, Problem } from '#shared/domain/interchange/incoming.ts'
import type { CensusSheet, ImportKind, ImportPreview, ImportedFile, PreviewRow, StateCounts } from '#shared/model/import.ts'

/** More sentences than this are counted, not listed. */
const LISTED_PROBLEMS = 200

export interface PreviewParts {
  readonly id: string
  readonly kind: ImportKind
  readonly files: readonly ImportedFile[]
  readonly rows: readonly PreviewRow[]
  readonly problems: readonly Problem[]
  readonly sheet: CensusSheet | 'none'
  readonly resources: number
  /** How many of the resources an import would use, and what becomes of the others. */
  readonly accounts: ImportAccounts
}

export function previewOf({ id, kind, files, rows, problems, sheet, resources, accounts }: PreviewParts): ImportPreview {
  const refused = files.filter(file => file.refused !== 'no' && !problems.some(problem => problem.file === file.name && file.refused.startsWith(problem.sentence))).map(file => ({ file: file.name, place: 'as a whole', sentence: file.refused }))
  const all = [...refused, ...problems, ...rows.flatMap(row => row.problems)]
  return {
    previewId: id, kind, files: [...files], states: statesOf(rows), resources, usable: accounts.importedCount, notUsed: accounts.notUsedList(),
    unaccounted: resources - accounts.importedCount - accounts.notUsedCount, undecided: rows.filter(isUndecided).length, newAdmits: rows.filter(row => row.newAdmit).length,
    problems: all.slice(0, LISTED_PROBLEMS), moreProblems: Math.max(0, all.length - LISTED_PROBLEMS), sheetsLeft: [], sheet,
  }
}

export const isUndecided = (row: PreviewRow): boolean => row.matched === 'none' && row.duplicates.length > 0

export function statesOf(rows: readonly Pick<PreviewRow, 'state'>[]): StateCounts {
  const counts: StateCounts = { new: 0, changed: 0, moved: 0, same: 0, gone: 0, 'not-understood': 0 }
  for (const { state } of rows) counts[state] += 1
  return counts
}

/** Everything of a patient that could be used, and what could not. */
export function countPatient(accounts: ImportAccounts, patient: IncomingPatient): void {
  accounts.imported(patient.from)
  for (const record of patient.records) if (sumOf(record.from) > 0) accounts.imported(record.from)
  accounts.leftOut(patient.leftOut)
}
