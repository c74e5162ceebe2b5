import { writeSync } from 'node:fs'
import { createCoreHost } from '#electron/platform/core-host.ts'
import { createFileBox } from '#electron/platform/file-box.ts'
import { systemClock } from '#electron/platform/clock.ts'
import { systemIds } from '#electron/platform/ids.ts'
import { nodeProcesses } from '#electron/platform/node-processes.ts'
import { wholeCaseload } from '#shared/domain/worklists/whole-caseload.ts'
import { administrator, nurse, testFacility } from '#tests/e2e/support/people.ts'
import { aCase } from '#tests/builders/a-case.ts'
import { aPatient } from '#tests/builders/a-patient.ts'

// A program: everything a day does with one patient whose words are given, on a new profile; the core is a process of its own, as in the product.
const [profileFolder = '', name = '', mrn = '', note = ''] = process.argv.slice(2)
const files = createFileBox()
const ids = systemIds(systemClock())
const host = createCoreHost({ maker: nodeProcesses, files, settings: { profileFolder, shell: 'cli', demo: false, demoCaseload: false } })

async function ask(channel: string, input: unknown): Promise<Record<string, unknown>> {
  const reply = await host.request({ channel, input, commandId: ids.next('command') })
  if (!reply.ok) throw new Error(`${channel}: ${JSON.stringify(reply.error)}`)
  return typeof reply.data === 'object' && reply.data !== null ? { ...reply.data } : {}
}

await host.ready()
await ask('session.setUp', {
  facility: { name: testFacility.name, zone: testFacility.zone }, units: testFacility.units.map(unit => ({ name: unit, kind: 'inpatient' })), backupFolder: 'beside-store', administrator, caseManager: nurse,
})
await host.lock('asked')
await host.ready()
await ask('session.signIn', { signInName: nurse.signInName, passphrase: nurse.passphrase })
const { patientId } = await ask('patients.create', { fields: aPatient({ familyName: name, mrn }), keepApartFrom: [] })
const { caseId, version } = await ask('cases.open', { patientId, fields: aCase({ reason: note.slice(0, 60) }), openedOn: new Date().toISOString().slice(0, 10), stayId: 'none' })
await ask('notes.add', { patientId, caseId, text: note })
await ask('notes.addTask', { patientId, caseId, title: note.slice(0, 80), dueOn: 'unknown', dueTime: 'unknown', assignedToId: 'me' })
await ask('drafts.save', { key: 'note:any', place: '{}', title: name, values: JSON.stringify({ note }) })
await ask('patients.get', { patientId })
await ask('search.patients', { text: name })
await ask('search.notes', { text: note.slice(0, 12) })
await ask('caseload.list', { definition: { ...wholeCaseload, text: name, sort: [{ columnId: 'nextMilestone', direction: 'desc' }] }, offset: 0, limit: 200 })
await ask('today.get', { scope: 'all' })
await ask('exports.list', { definition: wholeCaseload, format: 'xlsx', columns: ['patient', 'mrn', 'condition'] })
await ask('exports.printList', { definition: wholeCaseload, initials: false })
const census = files.offerBytes(`${name}.csv`, new TextEncoder().encode(`MRN,Patient,DOB,Unit,Bed\n${mrn}9,"${name}, Second",03/07/1948,ICU,4\n`))
const preview = await ask('imports.preview', { handles: [census.handle], as: 'auto' })
await ask('imports.run', { previewId: preview['previewId'], choices: [], openCases: true })
await host.request({ channel: 'cases.close', input: { caseId, expectedVersion: version, closeReason: name, closedOn: note, note }, commandId: ids.next('command') })
await host.request({ channel: name, input: { [mrn]: note } })
await ask('workstation.check', {})
await host.lock('asked')
await host.ready()
await host.request({ channel: 'session.signIn', input: { signInName: name, passphrase: note } })
await host.stop()
writeSync(1, 'done\n')
