import { createCoreHost } from '#electron/platform/core-host.ts'
import { createFileBox } from '#electron/platform/file-box.ts'
import { nodeProcesses } from '#electron/platform/node-processes.ts'
import { administrator, nurse, testFacility } from '../people.ts'

// A program: sets up a facility in the folder given, as the wizard does, and prints the recovery words.
const [profileFolder = ''] = process.argv.slice(2)
const host = createCoreHost({ maker: nodeProcesses, files: createFileBox(), settings: { profileFolder, shell: 'cli', demo: false, demoCaseload: false } })
await host.ready()
const input = {
  facility: { name: testFacility.name, zone: testFacility.zone },
  units: testFacility.units.map(name => ({ name, kind: name.includes('Clinic') ? 'clinic' : 'inpatient' })),
  backupFolder: 'beside-store',
  administrator,
  caseManager: nurse,
}
const reply = await host.request({ channel: 'session.setUp', input })
await host.stop()
if (!reply.ok) throw new Error(`The facility could not be set up: ${JSON.stringify(reply.error)}`)
process.stdout.write(JSON.stringify(reply.data))
