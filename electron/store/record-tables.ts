/** A table whose rows are records: every change is audited, carries a version, and its hash stands in the audit chain. */
export type RecordTable = {
  readonly table: string
  readonly idColumn: string
  /** Whose record the row belongs to: an audit entry of that row covers this one too. Several where it may hang on either. */
  readonly parents: readonly { readonly table: string; readonly column: string }[]
}

const ofPatient = { table: 'patient', column: 'patient_id' }
const ofCase = { table: 'case', column: 'case_id' }
const ofStay = { table: 'stay', column: 'stay_id' }
const ofPerson = { table: 'person', column: 'person_id' }

/** Every record table of the schema. A table that stands neither here nor in `unauditedTables` fails a test. */
export const recordTables: readonly RecordTable[] = [
  record('facility'),
  record('unit'),
  record('person'),
  record('person_unit', ofPerson),
  record('patient'),
  record('patient_identifier', ofPatient),
  record('patient_telecom', ofPatient),
  record('patient_address', ofPatient),
  record('patient_contact', ofPatient),
  record('duplicate_decision', ofPatient),
  record('condition', ofPatient),
  record('procedure', ofPatient),
  record('medication', ofPatient),
  record('allergy', ofPatient),
  record('care_plan', ofPatient),
  record('care_team_member', ofPatient),
  record('coverage', ofPatient),
  record('instrument_result', ofPatient),
  record('import_source', ofPatient),
  record('import_run'),
  record('column_mapping'),
  record('census_absence', ofPatient, ofStay),
  record('stay', ofPatient, ofCase),
  record('stay_status', ofStay),
  record('stay_location', ofStay),
  record('case', ofPatient),
  record('case_event', ofCase),
  record('edd_revision', ofCase),
  record('timeline', ofCase),
  record('timeline_entry', ofCase, { table: 'timeline', column: 'timeline_id' }),
  record('replan', ofCase),
  record('note', ofPatient, ofCase),
  record('task', ofPatient, ofCase),
  record('contact', ofPatient, ofCase),
  record('saved_filter', ofPerson),
  record('drg_table'),
]

/**
 * Tables whose changes nobody has to audit: what one person is typing, their screen settings, outcomes of commands, what is derived
 * from records, and the history itself. Search tables (`*_fts`, `*_trigram`) belong here too, by their names.
 */
export const unauditedTables: readonly string[] = ['draft', 'preference', 'command', 'case_summary', 'audit', 'audit_record']

function record(table: string, ...parents: RecordTable['parents']): RecordTable {
  return { table, idColumn: 'id', parents }
}
