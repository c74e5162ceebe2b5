import type { Parsed } from '#shared/contract/index.ts'
import type { DemoTime } from './demo-time.ts'

export const demoNotes: readonly string[] = [
  'Spoke with the bedside nurse: walked the corridor once with a walker, pain 3 of 10. Family visits this afternoon.',
  'Daughter would like a facility near home. List of three given; she calls back with her choice.',
  'Reviewed the plan in rounds. Waiting for the cardiology consult before the discharge day is set.',
  'Patient lives alone on the second floor, one flight of stairs. Home safety to be looked at by therapy.',
  'Insurance card on file is last year’s. Registration asked to verify coverage.',
  'Explained the plan and the next two steps. Patient repeated them in own words.',
]

export const demoTasks: readonly string[] = [
  'Send clinical update to the payer',
  'Call the skilled nursing facility about a bed',
  'Order walker and raised toilet seat',
  'Ask for the therapy recommendation',
  'Confirm the ride home',
]

export function demoContact(number: number, time: DemoTime): Parsed<'notes.addContact'>['contact'] {
  return {
    kind: 'call', direction: number % 8 === 1 ? 'out' : 'in', withWhom: 'Intake coordinator', organization: number % 8 === 1 ? 'Willow Creek Skilled Nursing' : 'Evergreen Medicare Advantage', referenceNumber: `REF-${4400 + number}`,
    minutes: 6 + (number % 9), summary: 'Asked for the clinical update of the last two days; sent by fax. They answer by tomorrow noon.', callBackOn: number % 8 === 1 ? time.day(1) : 'none',
  }
}
