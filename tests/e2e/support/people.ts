/** The synthetic facility of the journeys. */
export const testFacility = { name: 'Riverbend Test Hospital', zone: 'America/Chicago', units: ['5 North', 'ICU', 'Orthopedic Clinic'] } as const

export interface TestSignIn {
  readonly fullName: string
  readonly initials: string
  readonly signInName: string
  readonly passphrase: string
}

export const nurse: TestSignIn = { fullName: 'Nora Quill', initials: 'NQ', signInName: 'nora', passphrase: 'quiet lantern under seven maples' }
export const administrator: TestSignIn = { fullName: 'Abel Strand', initials: 'AS', signInName: 'abel', passphrase: 'copper bridge beside nine herons' }
