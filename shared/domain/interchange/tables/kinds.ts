/** Tables that belong together: one of patients, others that refer to it. The layout is Synthea's CSV export; columns are found by header, because their sets differ between versions. */
export const tableKinds = [
  'patients', 'encounters', 'conditions', 'procedures', 'medications', 'allergies', 'careplans', 'payer_transitions', 'payers', 'claims', 'claims_transactions', 'observations', 'devices', 'immunizations',
  'imaging_studies', 'supplies', 'organizations', 'providers',
] as const
export type TableKind = (typeof tableKinds)[number]

/** Headers that, together, only this table has. */
const signatures: readonly (readonly [TableKind, readonly string[]])[] = [
  ['patients', ['ID', 'BIRTHDATE', 'FIRST', 'LAST']],
  ['encounters', ['ID', 'START', 'PATIENT', 'ENCOUNTERCLASS']],
  ['claims', ['PATIENTID', 'PRIMARYPATIENTINSURANCEID']],
  ['claims_transactions', ['CLAIMID', 'CHARGEID', 'PATIENTID']],
  ['payer_transitions', ['PATIENT', 'PAYER', 'OWNERSHIP']],
  ['medications', ['PATIENT', 'CODE', 'DISPENSES']],
  ['devices', ['PATIENT', 'CODE', 'UDI']],
  ['observations', ['PATIENT', 'CODE', 'VALUE', 'UNITS']],
  ['imaging_studies', ['PATIENT', 'BODYSITE_CODE']],
  ['careplans', ['ID', 'PATIENT', 'CODE', 'REASONCODE']],
  ['procedures', ['PATIENT', 'CODE', 'BASE_COST']],
  ['supplies', ['PATIENT', 'CODE', 'QUANTITY']],
  ['payers', ['ID', 'NAME', 'AMOUNT_COVERED']],
  ['organizations', ['ID', 'NAME', 'REVENUE']],
  ['providers', ['ID', 'ORGANIZATION', 'SPECIALITY']],
  ['allergies', ['PATIENT', 'CODE', 'REACTION1']],
  ['conditions', ['START', 'PATIENT', 'CODE', 'DESCRIPTION']],
]

/** Which of the tables a sheet is; `null` for a sheet of one's own. Older conditions and allergies have the same columns: the file's name tells them apart. */
export function tableKindOf(headers: readonly string[], fileName: string): TableKind | null {
  const upper = new Set(headers.map(header => header.trim().toUpperCase()))
  const byColumns = signatures.find(([, needed]) => needed.every(header => upper.has(header)))?.[0] ?? null
  if (byColumns !== 'conditions' && byColumns !== 'procedures') return byColumns
  const base = fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '').toLowerCase()
  return tableKinds.find(kind => kind === base && (kind === 'allergies' || kind === 'immunizations')) ?? byColumns
}
