import type { Migration } from './migration.ts'

/**
 * The first schema. Frozen: a later change is a later migration.
 *
 * Every record table has `id` (ULID), `version`, and may carry `removed_at`: nothing is hard-deleted. Days are facility-local `YYYY-MM-DD`,
 * moments are UTC instants, money is whole cents. NULL means "not known" and only that.
 */
export const initial: Migration = {
  version: 1,
  name: 'initial',
  up: `
-- accounts ------------------------------------------------------------------------------------------------------------
CREATE TABLE facility (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, name TEXT NOT NULL, time_zone TEXT NOT NULL,
  idle_minutes INTEGER NOT NULL CHECK (idle_minutes BETWEEN 1 AND 15), blur_seconds INTEGER NOT NULL CHECK (blur_seconds BETWEEN 60 AND 120),
  backup_folder TEXT, demo INTEGER NOT NULL DEFAULT 0 CHECK (demo IN (0, 1)), created_at TEXT NOT NULL
) STRICT;
CREATE TABLE unit (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, name TEXT NOT NULL COLLATE NOCASE UNIQUE, kind TEXT NOT NULL CHECK (kind IN ('inpatient', 'clinic')),
  position INTEGER NOT NULL, removed_at TEXT
) STRICT;
CREATE TABLE person (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, sign_in_name TEXT NOT NULL COLLATE NOCASE UNIQUE, full_name TEXT NOT NULL, initials TEXT NOT NULL,
  role TEXT NOT NULL, status TEXT NOT NULL CHECK (status IN ('active', 'disabled')), phone TEXT, pin_salt TEXT, pin_hash TEXT, created_at TEXT NOT NULL
) STRICT;
CREATE TABLE person_unit (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, person_id TEXT NOT NULL REFERENCES person(id), unit_id TEXT NOT NULL REFERENCES unit(id), removed_at TEXT,
  UNIQUE (person_id, unit_id)
) STRICT;

-- patients ------------------------------------------------------------------------------------------------------------
CREATE TABLE patient (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, mrn TEXT, family_name TEXT NOT NULL, given_names TEXT, prefix TEXT, suffix TEXT, sort_name TEXT NOT NULL,
  sex TEXT NOT NULL CHECK (sex IN ('female', 'male', 'other', 'unknown')), birth_date TEXT, deceased TEXT NOT NULL CHECK (deceased IN ('yes', 'no', 'unknown')),
  death_date TEXT, death_confirmed_at TEXT, death_confirmed_by TEXT REFERENCES person(id), language TEXT, interpreter_needed TEXT CHECK (interpreter_needed IN ('yes', 'no')),
  -- JSON array of the field names a person typed: an import never overwrites these.
  typed_fields TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(typed_fields)),
  merged_into TEXT REFERENCES patient(id), created_at TEXT NOT NULL, updated_at TEXT NOT NULL, removed_at TEXT
) STRICT;
CREATE INDEX patient_by_mrn ON patient (mrn COLLATE NOCASE);
CREATE INDEX patient_by_birth ON patient (birth_date, sort_name);
CREATE INDEX patient_by_name ON patient (sort_name, id);
CREATE TABLE patient_identifier (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, patient_id TEXT NOT NULL REFERENCES patient(id), kind TEXT NOT NULL, system TEXT, value TEXT NOT NULL, removed_at TEXT
) STRICT;
CREATE INDEX patient_identifier_by_patient ON patient_identifier (patient_id);
CREATE INDEX patient_identifier_by_value ON patient_identifier (value, system);
CREATE TABLE patient_telecom (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, patient_id TEXT NOT NULL REFERENCES patient(id), kind TEXT NOT NULL CHECK (kind IN ('phone', 'email', 'other')),
  use TEXT, value TEXT NOT NULL, position INTEGER NOT NULL, removed_at TEXT
) STRICT;
CREATE INDEX patient_telecom_by_patient ON patient_telecom (patient_id);
CREATE TABLE patient_address (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, patient_id TEXT NOT NULL REFERENCES patient(id), use TEXT, lines TEXT, city TEXT, state TEXT, postal_code TEXT, country TEXT,
  position INTEGER NOT NULL, removed_at TEXT
) STRICT;
CREATE INDEX patient_address_by_patient ON patient_address (patient_id);
CREATE TABLE patient_contact (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, patient_id TEXT NOT NULL REFERENCES patient(id), name TEXT NOT NULL, relation TEXT, phone TEXT, position INTEGER NOT NULL, removed_at TEXT
) STRICT;
CREATE INDEX patient_contact_by_patient ON patient_contact (patient_id);
-- Two records a person looked at side by side and keeps apart.
CREATE TABLE duplicate_decision (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, patient_id TEXT NOT NULL REFERENCES patient(id), other_patient_id TEXT NOT NULL REFERENCES patient(id),
  decision TEXT NOT NULL CHECK (decision IN ('apart', 'merged')), decided_by TEXT NOT NULL REFERENCES person(id), decided_at TEXT NOT NULL,
  -- Of a merge: which rows moved and what the kept record said before, so that it can be taken back. patient_id is the kept one.
  undo TEXT CHECK (undo IS NULL OR json_valid(undo)), undone_at TEXT,
  UNIQUE (patient_id, other_patient_id)
) STRICT;

-- clinical facts, mostly imported ---------------------------------------------------------------------------------------
CREATE TABLE condition (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, patient_id TEXT NOT NULL REFERENCES patient(id), stay_id TEXT, code_system TEXT, code TEXT, label TEXT NOT NULL,
  clinical_status TEXT NOT NULL, verification TEXT NOT NULL, onset_on TEXT, abated_on TEXT, is_history INTEGER NOT NULL DEFAULT 0 CHECK (is_history IN (0, 1)), removed_at TEXT
) STRICT;
CREATE INDEX condition_by_patient ON condition (patient_id);
CREATE TABLE "procedure" (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, patient_id TEXT NOT NULL REFERENCES patient(id), stay_id TEXT, code_system TEXT, code TEXT, label TEXT NOT NULL,
  status TEXT NOT NULL, performed_on TEXT, removed_at TEXT
) STRICT;
CREATE INDEX procedure_by_patient ON "procedure" (patient_id);
CREATE TABLE medication (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, patient_id TEXT NOT NULL REFERENCES patient(id), code_system TEXT, code TEXT, label TEXT NOT NULL, status TEXT NOT NULL,
  dose_text TEXT, authored_on TEXT, removed_at TEXT
) STRICT;
CREATE INDEX medication_by_patient ON medication (patient_id);
CREATE TABLE allergy (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, patient_id TEXT NOT NULL REFERENCES patient(id), code_system TEXT, code TEXT, label TEXT NOT NULL, clinical_status TEXT NOT NULL,
  criticality TEXT NOT NULL, reaction TEXT, recorded_on TEXT, removed_at TEXT
) STRICT;
CREATE INDEX allergy_by_patient ON allergy (patient_id);
CREATE TABLE care_plan (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, patient_id TEXT NOT NULL REFERENCES patient(id), label TEXT NOT NULL, status TEXT NOT NULL, starts_on TEXT, ends_on TEXT, activities TEXT, removed_at TEXT
) STRICT;
CREATE INDEX care_plan_by_patient ON care_plan (patient_id);
CREATE TABLE care_team_member (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, patient_id TEXT NOT NULL REFERENCES patient(id), name TEXT NOT NULL, role TEXT, organization TEXT, removed_at TEXT
) STRICT;
CREATE INDEX care_team_member_by_patient ON care_team_member (patient_id);
CREATE TABLE coverage (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, patient_id TEXT NOT NULL REFERENCES patient(id), payer_name TEXT NOT NULL,
  payer_kind TEXT NOT NULL CHECK (payer_kind IN ('medicare', 'medicare-advantage', 'medicaid', 'commercial', 'workers-comp', 'veterans', 'self-pay', 'other', 'unknown')),
  member_number TEXT, starts_on TEXT, ends_on TEXT, last_seen_on TEXT, position INTEGER NOT NULL, removed_at TEXT
) STRICT;
CREATE INDEX coverage_by_patient ON coverage (patient_id);
-- Scores of the instruments we know; the items are kept as JSON when they came with the record.
CREATE TABLE instrument_result (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, patient_id TEXT NOT NULL REFERENCES patient(id), stay_id TEXT, instrument_id TEXT NOT NULL, taken_on TEXT NOT NULL, total REAL, items TEXT, removed_at TEXT
) STRICT;
CREATE INDEX instrument_result_by_patient ON instrument_result (patient_id, instrument_id, taken_on);
-- Where an imported patient came from, one row a patient and source: the ledger says which record came from which resource with which content, so that the same file twice changes nothing.
CREATE TABLE import_source (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, patient_id TEXT NOT NULL REFERENCES patient(id), system TEXT NOT NULL, source_key TEXT NOT NULL, content_hash TEXT NOT NULL,
  ledger TEXT NOT NULL CHECK (json_valid(ledger)),
  UNIQUE (system, source_key)
) STRICT;
CREATE INDEX import_source_by_patient ON import_source (patient_id);
CREATE TABLE import_run (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('census', 'list', 'fhir', 'tables')), at TEXT NOT NULL, as_of TEXT, by_person_id TEXT NOT NULL REFERENCES person(id),
  counts TEXT NOT NULL CHECK (json_valid(counts)), cancelled INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE column_mapping (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, header_key TEXT NOT NULL UNIQUE, mapping TEXT NOT NULL CHECK (json_valid(mapping)), used_at TEXT NOT NULL
) STRICT;
CREATE TABLE census_absence (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, stay_id TEXT NOT NULL, patient_id TEXT NOT NULL REFERENCES patient(id), first_missing_at TEXT NOT NULL,
  resolution TEXT CHECK (resolution IN ('discharged', 'still-here', 'returned')), resolved_at TEXT
) STRICT;
CREATE INDEX census_absence_open ON census_absence (stay_id) WHERE resolution IS NULL;

-- stays -----------------------------------------------------------------------------------------------------------------
CREATE TABLE stay (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, patient_id TEXT NOT NULL REFERENCES patient(id), case_id TEXT REFERENCES "case"(id),
  kind TEXT NOT NULL CHECK (kind IN ('hospital', 'emergency', 'snf', 'irf', 'home-health', 'hospice', 'outpatient', 'other')),
  visit_number TEXT, facility_name TEXT, reason TEXT, arrived_at TEXT NOT NULL, ended_at TEXT, disposition TEXT, attending TEXT,
  status TEXT NOT NULL CHECK (status IN ('planned', 'emergency', 'observation', 'inpatient', 'outpatient', 'in-care', 'discharged', 'cancelled')),
  removed_at TEXT
) STRICT;
CREATE INDEX stay_by_patient ON stay (patient_id, arrived_at);
CREATE INDEX stay_by_case ON stay (case_id, arrived_at);
CREATE INDEX stay_by_visit ON stay (visit_number);
CREATE INDEX stay_ongoing ON stay (arrived_at) WHERE ended_at IS NULL;
CREATE TABLE stay_status (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, stay_id TEXT NOT NULL REFERENCES stay(id), status TEXT NOT NULL, from_at TEXT NOT NULL, recorded_at TEXT NOT NULL, recorded_by TEXT, removed_at TEXT
) STRICT;
CREATE INDEX stay_status_by_stay ON stay_status (stay_id, from_at);
CREATE TABLE stay_location (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, stay_id TEXT NOT NULL REFERENCES stay(id), unit_id TEXT REFERENCES unit(id), unit_name TEXT, room TEXT, bed TEXT, from_at TEXT NOT NULL, removed_at TEXT
) STRICT;
CREATE INDEX stay_location_by_stay ON stay_location (stay_id, from_at);

-- cases -----------------------------------------------------------------------------------------------------------------
CREATE TABLE "case" (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, patient_id TEXT NOT NULL REFERENCES patient(id), status TEXT NOT NULL CHECK (status IN ('open', 'on-hold', 'closed')),
  reason TEXT NOT NULL, program TEXT NOT NULL, unit_id TEXT REFERENCES unit(id), case_manager_id TEXT REFERENCES person(id),
  drg_code TEXT, goal_los_tenths INTEGER, risk TEXT NOT NULL CHECK (risk IN ('high', 'moderate', 'low', 'unknown')),
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('none', 'substance-use', 'psychiatric', 'violence')), destination TEXT,
  opened_on TEXT NOT NULL, closed_on TEXT, close_reason TEXT, edd TEXT, created_at TEXT NOT NULL, removed_at TEXT
) STRICT;
CREATE INDEX case_by_patient ON "case" (patient_id, opened_on);
CREATE TABLE case_event (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, case_id TEXT NOT NULL REFERENCES "case"(id), kind TEXT NOT NULL CHECK (kind IN ('opened', 'edited', 'reassigned', 'held', 'resumed', 'closed', 'reopened')),
  reason TEXT, at TEXT NOT NULL, by_person_id TEXT NOT NULL REFERENCES person(id), detail TEXT
) STRICT;
CREATE INDEX case_event_by_case ON case_event (case_id, at);
CREATE TABLE edd_revision (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, case_id TEXT NOT NULL REFERENCES "case"(id), edd TEXT, reason TEXT NOT NULL, note TEXT, at TEXT NOT NULL, by_person_id TEXT NOT NULL REFERENCES person(id)
) STRICT;
CREATE INDEX edd_revision_by_case ON edd_revision (case_id, at);
-- Derived, rebuilt by refreshCaseSummary whenever a case, its stay, timeline, coverage or patient changes; what lists sort and filter on.
CREATE TABLE case_summary (
  case_id TEXT PRIMARY KEY REFERENCES "case"(id), patient_id TEXT NOT NULL, status TEXT NOT NULL, sort_name TEXT NOT NULL, mrn TEXT, birth_date TEXT, deceased TEXT NOT NULL,
  reason TEXT NOT NULL, program TEXT NOT NULL, sensitivity TEXT NOT NULL, risk TEXT NOT NULL, risk_rank INTEGER NOT NULL,
  unit_id TEXT, unit_name TEXT, bed TEXT, case_manager_id TEXT, case_manager_name TEXT,
  stay_id TEXT, stay_status TEXT, arrived_on TEXT, inpatient_from_on TEXT, discharged_on TEXT,
  drg_code TEXT, drg_title TEXT, expected_los_tenths INTEGER, expected_los_source TEXT CHECK (expected_los_source IN ('gmlos', 'goal')),
  next_entry_id TEXT, next_entry_label TEXT, next_entry_on TEXT, edd TEXT, payer_name TEXT, payer_kind TEXT, census_missing_since TEXT,
  opened_on TEXT NOT NULL, closed_on TEXT, haystack TEXT NOT NULL
) STRICT;
CREATE INDEX case_summary_open_by_name ON case_summary (status, sort_name, case_id);
CREATE INDEX case_summary_by_manager ON case_summary (case_manager_id, status);
CREATE INDEX case_summary_by_unit ON case_summary (unit_id, status);
CREATE INDEX case_summary_by_patient ON case_summary (patient_id);
CREATE INDEX case_summary_by_edd ON case_summary (status, edd);

-- recovery --------------------------------------------------------------------------------------------------------------
CREATE TABLE timeline (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, case_id TEXT NOT NULL REFERENCES "case"(id), template_id TEXT NOT NULL, template_label TEXT NOT NULL, template_as_of TEXT NOT NULL,
  anchor_kind TEXT NOT NULL, anchor_on TEXT NOT NULL, placed_at TEXT NOT NULL, placed_by TEXT NOT NULL REFERENCES person(id), removed_at TEXT
) STRICT;
CREATE INDEX timeline_by_case ON timeline (case_id);
CREATE TABLE timeline_entry (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, case_id TEXT NOT NULL REFERENCES "case"(id), timeline_id TEXT NOT NULL REFERENCES timeline(id), code TEXT NOT NULL, label TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('milestone', 'watch-window', 'precaution')), domain TEXT NOT NULL, anchor_kind TEXT NOT NULL, rule TEXT,
  baseline_from TEXT, baseline_on TEXT, baseline_to TEXT, planned_from TEXT, planned_on TEXT, planned_to TEXT,
  source_id TEXT NOT NULL, confidence TEXT NOT NULL, country TEXT, reference TEXT, patient_text TEXT, patient_text_reviewed INTEGER NOT NULL DEFAULT 0,
  never_patient_print INTEGER NOT NULL DEFAULT 0,
  status TEXT NOT NULL CHECK (status IN ('open', 'reached', 'missed', 'not-applicable')), reached_on TEXT, reached_by TEXT REFERENCES person(id), status_note TEXT, status_reason TEXT,
  position INTEGER NOT NULL, removed_at TEXT
) STRICT;
CREATE INDEX timeline_entry_by_case ON timeline_entry (case_id, position);
CREATE TABLE replan (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, case_id TEXT NOT NULL REFERENCES "case"(id), entry_id TEXT REFERENCES timeline_entry(id), days INTEGER NOT NULL, reason TEXT NOT NULL, note TEXT,
  before TEXT NOT NULL CHECK (json_valid(before)), at TEXT NOT NULL, by_person_id TEXT NOT NULL REFERENCES person(id), undone_at TEXT
) STRICT;
CREATE INDEX replan_by_case ON replan (case_id, at);

-- notes, tasks, contacts, drafts -----------------------------------------------------------------------------------------
CREATE TABLE note (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, patient_id TEXT NOT NULL REFERENCES patient(id), case_id TEXT REFERENCES "case"(id), text TEXT NOT NULL, at TEXT NOT NULL,
  by_person_id TEXT NOT NULL REFERENCES person(id), scope TEXT NOT NULL, removed_at TEXT
) STRICT;
CREATE INDEX note_by_patient ON note (patient_id, at);
CREATE INDEX note_by_case ON note (case_id, at);
CREATE TABLE task (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, patient_id TEXT REFERENCES patient(id), case_id TEXT REFERENCES "case"(id), title TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('task', 'call-back')),
  due_on TEXT, due_time TEXT, assigned_to TEXT REFERENCES person(id), status TEXT NOT NULL CHECK (status IN ('open', 'done', 'dropped')), done_at TEXT, done_by TEXT REFERENCES person(id),
  created_at TEXT NOT NULL, created_by TEXT NOT NULL REFERENCES person(id), removed_at TEXT
) STRICT;
CREATE INDEX task_open ON task (status, assigned_to, due_on);
CREATE INDEX task_by_case ON task (case_id);
CREATE INDEX task_by_patient ON task (patient_id);
CREATE TABLE contact (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, patient_id TEXT REFERENCES patient(id), case_id TEXT REFERENCES "case"(id), kind TEXT NOT NULL CHECK (kind IN ('call', 'fax', 'letter', 'visit', 'meeting', 'message')),
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out')), with_whom TEXT, organization TEXT, reference_number TEXT, minutes INTEGER, summary TEXT NOT NULL,
  call_back_on TEXT, at TEXT NOT NULL, by_person_id TEXT NOT NULL REFERENCES person(id), removed_at TEXT
) STRICT;
CREATE INDEX contact_by_case ON contact (case_id, at);
CREATE INDEX contact_by_patient ON contact (patient_id, at);
CREATE TABLE draft (
  id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person(id), key TEXT NOT NULL, route TEXT NOT NULL, title TEXT NOT NULL, form_values TEXT NOT NULL CHECK (json_valid(form_values)), edited_at TEXT NOT NULL,
  UNIQUE (person_id, key)
) STRICT;
CREATE TABLE preference (person_id TEXT NOT NULL REFERENCES person(id), key TEXT NOT NULL, value TEXT NOT NULL CHECK (json_valid(value)), PRIMARY KEY (person_id, key)) STRICT;
CREATE TABLE saved_filter (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, person_id TEXT NOT NULL REFERENCES person(id), name TEXT NOT NULL, definition TEXT NOT NULL CHECK (json_valid(definition)), position INTEGER NOT NULL, removed_at TEXT
) STRICT;

-- reference data the facility overlays ------------------------------------------------------------------------------------
CREATE TABLE drg_table (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, fiscal_year INTEGER NOT NULL UNIQUE, effective_on TEXT NOT NULL, through_on TEXT NOT NULL, source TEXT NOT NULL, loaded_at TEXT NOT NULL, loaded_by TEXT NOT NULL, rows TEXT NOT NULL CHECK (json_valid(rows))
) STRICT;

-- search ------------------------------------------------------------------------------------------------------------------
CREATE VIRTUAL TABLE patient_fts USING fts5(words, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2", prefix='1 2 3');
CREATE VIRTUAL TABLE patient_trigram USING fts5(words, content='', contentless_delete=1, tokenize='trigram');
CREATE VIRTUAL TABLE note_fts USING fts5(text, scope, content='note', content_rowid='rowid', tokenize="unicode61 remove_diacritics 2");
CREATE TRIGGER note_fts_insert AFTER INSERT ON note BEGIN INSERT INTO note_fts (rowid, text, scope) VALUES (new.rowid, new.text, new.scope); END;
CREATE TRIGGER note_fts_update AFTER UPDATE OF text, scope ON note BEGIN
  INSERT INTO note_fts (note_fts, rowid, text, scope) VALUES ('delete', old.rowid, old.text, old.scope);
  INSERT INTO note_fts (rowid, text, scope) VALUES (new.rowid, new.text, new.scope);
END;

-- the history that cannot be altered ----------------------------------------------------------------------------------------
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY, at TEXT NOT NULL, actor_id TEXT, role TEXT, action TEXT NOT NULL, entity TEXT, entity_id TEXT, patient_id TEXT, detail TEXT CHECK (detail IS NULL OR json_valid(detail)),
  command_id TEXT, prev_hash TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_patient ON audit (patient_id, seq);
CREATE INDEX audit_by_actor ON audit (actor_id, seq);
CREATE INDEX audit_by_time ON audit (at, seq);
-- The newest row of an entity here carries the hash of its newest state.
CREATE TABLE audit_record (
  audit_seq INTEGER NOT NULL REFERENCES audit(seq), entity TEXT NOT NULL, entity_id TEXT NOT NULL, version INTEGER NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (entity, entity_id, audit_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_record_by_seq ON audit_record (audit_seq);
CREATE TRIGGER audit_keep_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_keep_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_record_keep_update BEFORE UPDATE ON audit_record BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_record_keep_delete BEFORE DELETE ON audit_record BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TABLE command (command_id TEXT PRIMARY KEY, actor_id TEXT, channel TEXT NOT NULL, at TEXT NOT NULL, outcome TEXT CHECK (outcome IS NULL OR json_valid(outcome))) STRICT, WITHOUT ROWID;
`,
}
