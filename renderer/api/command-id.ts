import { CommandId } from '#shared/model/ids.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

function digits(value: number, length: number): string {
  let rest = value
  let text = ''
  for (let i = 0; i < length; i += 1) {
    text = `${ALPHABET[rest % 32] ?? '0'}${text}`
    rest = Math.floor(rest / 32)
  }
  return text
}

/** A new ULID for a command: 48 bits of this machine's time, 80 random bits. */
export function newCommandId(): CommandId {
  const millis = Math.floor(performance.timeOrigin + performance.now())
  const random = crypto.getRandomValues(new Uint8Array(16))
  const tail = Array.from(random, byte => ALPHABET[byte % 32] ?? '0').join('')
  return CommandId.parse(digits(millis, 10) + tail)
}
