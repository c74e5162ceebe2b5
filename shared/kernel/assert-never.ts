/** Closes a switch over a union: a new member fails to compile here, and an impossible value fails loudly without its content. */
export function assertNever(value: never): never {
  throw new TypeError(`A value outside its union reached this place (${typeof value}).`)
}
