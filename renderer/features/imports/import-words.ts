import { plural } from '#shared/kernel/plural.ts'
import type { CensusField, ImportKind, ImportPreview, ImportResult, NotUsed, RowState, StateCounts } from '#shared/model/import.ts'
import type { Tone } from '#renderer/ui/tone.ts'

export const stateWords: Readonly<Record<RowState, string>> = { new: 'New', changed: 'Changed', moved: 'Moved', same: 'No change', gone: 'Not on the census', 'not-understood': 'Not understood' }
export const stateTones: Readonly<Record<RowState, Tone>> = { new: 'info', changed: 'warn', moved: 'warn', same: 'mute', gone: 'bad', 'not-understood': 'bad' }
export const rowStates: readonly RowState[] = ['new', 'changed', 'moved', 'gone', 'not-understood', 'same']
export const kindWords: Readonly<Record<ImportKind, string>> = { census: 'Census', list: 'Own list', fhir: 'FHIR', tables: 'Tables' }

export const fieldWords: Readonly<Record<CensusField, string>> = {
  'leave-out': 'Leave out', mrn: 'MRN', 'full-name': 'Name (Last, First)', 'family-name': 'Last name', 'given-names': 'First names', 'birth-date': 'Birth date', sex: 'Sex', 'death-date': 'Death date',
  language: 'Language', interpreter: 'Interpreter needed', phone: 'Phone', address: 'Address', 'visit-number': 'Visit number', unit: 'Unit', room: 'Room', bed: 'Bed', 'unit-and-bed': 'Unit and bed',
  facility: 'Facility', status: 'Status (inpatient, observation…)', arrived: 'Admitted', 'arrived-time': 'Admission time', discharged: 'Discharged', disposition: 'Discharged to', attending: 'Attending',
  reason: 'Reason, diagnosis', payer: 'Payer', 'member-number': 'Member number',
}

/** "4 new, 2 moved, 19 without change". */
export function statesInWords(states: StateCounts): string {
  const parts = rowStates.filter(state => states[state] > 0).map(state => `${states[state].toLocaleString('en-US')} ${state === 'same' ? 'without change' : stateWords[state].toLowerCase()}`)
  return parts.length === 0 ? 'nothing' : parts.join(', ')
}

/** What the button says: only what an import would touch is counted. */
export function importLabel({ states, kind }: ImportPreview, leftOut: number): string {
  const count = Math.max(0, states.new + states.changed + states.moved + states.same - leftOut)
  return kind === 'census' || kind === 'list' ? `Import ${plural(count, 'row')}` : `Import ${plural(count, 'patient')}`
}

/** The whole result as plain text, to be pasted into a mail to IT: figures and reasons, no names of people. */
export function resultText(result: ImportResult): string {
  const lines = [
    `Import ${result.cancelled ? 'cancelled' : 'finished'}: ${kindWords[result.kind]}`,
    `Files ${result.files}, patients ${result.patients} (${statesInWords(result.states)})`,
    `Resources or rows ${result.resources}: imported ${result.imported}, not used ${result.notUsed.reduce((sum, each) => sum + each.count, 0)}, crashed ${result.crashed}, unaccounted ${result.unaccounted}`,
    `Seconds ${result.seconds}`,
    ...result.notUsed.map(notUsedLine),
  ]
  return lines.join('\n')
}

const notUsedLine = ({ count, what, reason }: NotUsed): string => `  ${count} ${what}: ${reason}`
