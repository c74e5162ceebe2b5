import { createHash } from 'node:crypto'
import { unitAndBedOfCell } from '#shared/domain/interchange/census/cells.ts'
import { headerKey } from '#shared/domain/interchange/census/columns.ts'
import { sheetOf } from '#shared/domain/interchange/census/sheet.ts'
import { folded } from '#shared/domain/interchange/alike.ts'
import type { Problem } from '#shared/domain/interchange/incoming.ts'
import { problemSaying } from '#shared/domain/interchange/problem.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import type { PatientId } from '#shared/model/ids.ts'
import type { CensusField } from '#shared/model/import.ts'
import type { ReadDb } from '#electron/store/db.ts'
import { inpatientUnitNames, occupiedBeds, type OccupiedBed, patientOfVisit, unitsOfFormerCensus } from '#electron/store/queries/interchange/census.ts'
import { patientsWorthComparing } from '#electron/store/queries/patients/look-alikes.ts'
import type { RowComparison } from './compare-row.ts'
import type { SheetReading } from './preview-shelf.ts'
import type { ReadRow, UnreadRow } from './sheet-rows.ts'

/**
 * Whom a census names and of which units it speaks, gathered row by row.
 *
 * Only units the census speaks of count: the list of one ward says nothing about another. One that names several wards also speaks of those it named before: a
 * ward that has emptied is named no more. A census without units speaks of every bed.
 */
export class CensusPresence {
  readonly #reading: SheetReading
  readonly #present = new Set<PatientId>()
  readonly #units = new Map<string, string>()
  /** Units of rows nobody could tell apart; `all` when not even the unit could be read. */
  #silent: Set<string> | 'all' = new Set()
  readonly #problems: Problem[] = []

  constructor(reading: SheetReading) {
    this.#reading = reading
  }

  /** A row that was understood: its unit. Whom it names is said by `isHere`. */
  read({ row }: ReadRow): void {
    if (row.unitName !== 'unknown') this.#units.set(folded(row.unitName), row.unitName)
  }

  isHere(ids: readonly PatientId[]): void {
    for (const id of ids) this.#present.add(id)
  }

  /** A row that was not understood may still tell by its numbers whom it means; where it does not, nobody of its unit is taken for gone. */
  unread(db: ReadDb, row: UnreadRow): void {
    if (row.reason === 'duplicate-entry') return
    const { mapping, sheet } = this.#reading
    const cell = (field: CensusField): string => row.cells[mapping.indexOf(field)]?.trim() ?? ''
    const [mrn, visit] = [cell('mrn'), cell('visit-number')]
    const found = [...(mrn === '' ? [] : patientsWorthComparing(db, { mrn, birthDate: 'unknown' })), ...(visit === '' ? [] : patientOfVisit(db, visit))]
    const unit = cell('unit') === '' ? unitAndBedOfCell(cell('unit-and-bed')).unitName : cell('unit')
    if (unit !== 'unknown') this.#units.set(folded(unit), unit)
    this.isHere(found)
    // With a number nobody here has, the row means somebody new: nobody is missing for it.
    if (found.length > 0 || mrn !== '') return
    if (unit === 'unknown') this.#silent = 'all'
    else if (this.#silent !== 'all') this.#silent.add(folded(unit))
    this.#problems.push(problemSaying(sheet.name, row.place, `it could not be told whom it means, so nobody${unit === 'unknown' ? '' : ` of ${unit}`} was taken for gone.`))
  }

  /** One sentence for each row because of which somebody who left may not be asked about. */
  get problems(): readonly Problem[] {
    return this.#problems
  }

  /** Names of units the census wrote, to be remembered with it. */
  get unitNames(): readonly string[] {
    return [...this.#units.values()].toSorted()
  }

  /** Who lies in a bed as far as the workstation knows and is not on the census. A census of nobody says nothing. */
  missing(db: ReadDb, asOf: Instant): readonly OccupiedBed[] {
    const silent = this.#silent
    if (this.#present.size === 0 && this.#units.size === 0) return []
    if (silent === 'all') return []
    const spoken = new Set([...this.#units.keys(), ...(this.#units.size > 1 ? unitsOfFormerCensus(db, this.sheetKey).map(folded) : [])])
    const wholeHouse = spoken.size === 0 || inpatientUnitNames(db).every(name => spoken.has(folded(name)))
    const speaksOf = ({ unitName }: OccupiedBed): boolean => (unitName === null ? wholeHouse && silent.size === 0 : (spoken.size === 0 || spoken.has(folded(unitName))) && !silent.has(folded(unitName)))
    return occupiedBeds(db, asOf).filter(bed => !this.#present.has(bed.patientId) && speaksOf(bed))
  }

  /** The same for every census with these headers. */
  get sheetKey(): string {
    return createHash('sha256').update(headerKey(sheetOf(this.#reading.sheet.rows).headers)).digest('base64url').slice(0, 22)
  }
}

/** Everybody a row may speak of: the patient, and look-alikes nobody has decided about; none of them is missing. */
export const spokenOf = ({ person: { match } }: RowComparison): readonly PatientId[] => [...(match.patient === null ? [] : [match.patient.id]), ...match.duplicates.map(each => each.patientId)]
