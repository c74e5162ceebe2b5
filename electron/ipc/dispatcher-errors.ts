/** The state of the lock forbids the operation, whoever asks. */
export class GateError extends Error {}

/** The input is not what the contract says; `fields` names each place and why. */
export class InputError extends Error {
  readonly fields: Readonly<Record<string, string>>
  constructor(fields: Readonly<Record<string, string>>) {
    super('input')
    this.fields = fields
  }
}
