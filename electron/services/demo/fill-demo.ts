import { setImmediate } from 'node:timers/promises'
import type { CaseId, PersonId, UnitId } from '#shared/model/ids.ts'
import { listUnits } from '#electron/store/queries/accounts/facility.ts'
import { listColleagues } from '#electron/store/queries/accounts/people.ts'
import { findCase } from '#electron/store/queries/cases/find-case.ts'
import { occupiedBeds } from '#electron/store/queries/interchange/census.ts'
import { insertRun } from '#electron/store/queries/interchange/runs.ts'
import { closeCase } from '../cases/hold-close-reopen.ts'
import { openCase } from '../cases/open-case.ts'
import { addContact } from '../notes/add-contact.ts'
import { addNote } from '../notes/add-note.ts'
import { addTask } from '../notes/add-task.ts'
import { createPatient } from '../patients/create-patient.ts'
import { recordStay } from '../stays/record-stay.ts'
import type { CoreDeps, Deps, RequestContext } from '../deps.ts'
import { seededChance, type Chance } from './chance.ts'
import { demoCases, type DemoCase } from './demo-cases.ts'
import { readDemoLists, type DemoLists } from './demo-lists.ts'
import { demoContact, demoNotes, demoTasks } from './demo-notes.ts'
import { demoPatient } from './demo-patient.ts'
import { demoEdd, demoRecovery } from './demo-recovery.ts'
import { demoStay } from './demo-stay.ts'
import { demoTime, type DemoTime } from './demo-time.ts'

const SEED = 20_261_122

interface Builder {
  readonly deps: Deps
  readonly context: RequestContext
  readonly lists: DemoLists
  readonly time: DemoTime
  readonly chance: Chance
  readonly managers: readonly PersonId[]
  unitCalled(name: string): UnitId
}

/** Fills a fresh demo through the same services as the window: 24 open and 20 closed cases, the same ones relative to the day it is opened. */
export async function fillDemo({ session, resources }: CoreDeps): Promise<void> {
  const open = session.open()
  if (open === null) return
  const context = open.contextFor(null, 'demo')
  const { store } = open.deps
  const units = store.read(listUnits)
  const builder: Builder = {
    deps: open.deps,
    context,
    lists: readDemoLists(resources),
    time: demoTime(context.at, context.today, context.zone),
    chance: seededChance(SEED),
    managers: store.read(listColleagues).filter(({ role }) => role === 'case-manager').toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(({ personId }) => personId),
    unitCalled(name) {
      const unit = units.find(each => each.name === name)
      if (unit === undefined) throw new RangeError('No such unit in the demo.')
      return unit.unitId
    },
  }
  for (const demo of demoCases(builder.lists)) {
    build(builder, demo)
    await setImmediate()
  }
  admitWithoutCase(builder, 'pneumonia', 44)
  admitWithoutCase(builder, 'hipfx', 45)
  recordCensus(builder)
}

/** This morning's census, which named everybody in a bed: lists say how old what they show is. */
function recordCensus({ deps, context, time }: Builder): void {
  const patients = deps.store.read(db => occupiedBeds(db, time.now)).length
  deps.store.write(context, db => {
    const id = deps.ids.next('import')
    insertRun(db, { id, kind: 'census', at: context.at, asOf: time.moment(0, '07:02'), by: context.actorId, counts: { files: 1, patients, resources: patients, imported: patients, notUsed: 0, crashed: 0 }, cancelled: false })
    db.audit({ action: 'import.run', entity: 'import_run', entityId: id, detail: { kind: 'census', files: 1, patients } })
  })
}

/** Came this morning, nobody has opened a case yet: what "New admits" is for. */
function admitWithoutCase({ deps, context, lists, time, chance, unitCalled }: Builder, template: string, number: number): void {
  const condition = lists.conditions.find(each => each.template === template)
  if (condition === undefined) return
  const { patientId } = createPatient(deps, context, { fields: demoPatient(lists, number, time.today, chance), keepApartFrom: [] })
  const plan = { state: 'new-admit', arrived: 0, left: 0, disposition: 'other', unitId: unitCalled(condition.unit), bed: `${String(201 + number)}A`, visitNumber: `V${String(880_100 + number)}` } as const
  recordStay(deps, context, { patientId, caseId: 'none', fields: demoStay(condition, plan, time) })
}

function build(builder: Builder, demo: DemoCase): void {
  const { deps, time, lists, chance, managers, unitCalled } = builder
  const { condition, stay, number } = demo
  const managerId = managers[number % managers.length]
  // Most of the work is of whoever looks at the demo, so that "Mine" is not empty.
  const context: RequestContext = { ...builder.context, commandId: null, actorId: managerId ?? builder.context.actorId, role: 'case-manager' }
  const unitId = unitCalled(demo.unit ?? condition.unit)
  const { patientId } = createPatient(deps, context, { fields: demoPatient(lists, number, time.today, chance), keepApartFrom: [] })
  const bed = `${String(201 + number)}${number % 2 === 0 ? 'A' : 'B'}`
  const { stayId } = recordStay(deps, context, { patientId, caseId: 'none', fields: demoStay(condition, { ...stay, unitId, bed, visitNumber: `V${String(880_100 + number)}` }, time) })
  const { caseId } = openCase(deps, context, {
    patientId,
    stayId,
    openedOn: time.day(-stay.arrived),
    fields: {
      reason: condition.reason, program: demo.program ?? condition.program, unitId, caseManagerId: number % 12 === 11 ? 'unassigned' : (managerId ?? 'unassigned'),
      drgCode: demo.hasDrg ? condition.drg : 'not-assigned', goalLosDays: number % 8 === 3 ? condition.days : 'none', risk: demo.risk, sensitivity: condition.sensitivity, destination: demo.destination,
    },
  })
  if (demo.pace !== 'not-placed') demoRecovery(deps, context, caseId, condition, -stay.arrived, demo.pace, time)
  if (demo.eddOffset !== 'none') demoEdd(deps, context, caseId, demo.eddOffset, demo.pace, time)
  if (demo.isOpen) write(builder, context, demo, { patientId, caseId })
  else closeCase(deps, context, { caseId, expectedVersion: versionOf(deps, caseId), closeReason: demo.closeReason, closedOn: time.day(-Math.max(0, stay.left - 1)), note: 'none' })
}

/** What a working day leaves behind: a note, a task, now and then a call that promises a call back. */
function write({ deps, time }: Builder, context: RequestContext, { number }: DemoCase, about: Pick<Parameters<typeof addNote>[2], 'patientId' | 'caseId'>): void {
  addNote(deps, context, { ...about, text: demoNotes[number % demoNotes.length] ?? 'Reviewed.' })
  if (number % 2 === 0) {
    addTask(deps, context, { ...about, title: demoTasks[number % demoTasks.length] ?? 'Review the chart', dueOn: time.day((number % 5) - 1), dueTime: 'unknown', assignedToId: 'me' })
  }
  if (number % 4 === 1) addContact(deps, context, { ...about, contact: demoContact(number, time) })
}

function versionOf({ store }: Deps, caseId: CaseId): number {
  const found = store.read(db => findCase(db, caseId))
  if (found === null) throw new RangeError('The case was just opened.')
  return found.version
}
