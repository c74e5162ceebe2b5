/**
 * The passphrases that are tried first, by rule: published lists of frequent passwords hold hardly anything of 15 characters, and what
 * they hold is built from the words below, repeated, strung together, walked along the keyboard, with a year or a sign behind.
 */
const FREQUENT = (
  'password passw0rd pass admin administrator welcome letmein qwerty qwertyuiop asdfgh asdfghjkl zxcvbnm abc abcdef abcdefghijkl login master user guest root '
  + 'test testing default changeme secret access monkey dragon sunshine princess football baseball basketball soccer hockey iloveyou love lovely forever '
  + 'trustno shadow superman batman michael jordan jennifer jessica michelle charlie ashley daniel thomas robert andrew matthew joshua hunter ranger '
  + 'buster harley killer george summer winter spring autumn january february march april may june july august september october november december '
  + 'monday tuesday wednesday thursday friday saturday sunday hello freedom whatever starwars computer internet samsung google facebook '
  + 'nurse nursing doctor hospital medical health healthcare clinic patient patients care case manager casemanager casemanagement charge discharge '
  + 'epic cerner meditech emergency intensive surgery covid vaccine mother father family children jesus christ god bless america correct horse '
  + 'battery staple the quick brown fox open sesame please let me in my new old this is i am you are not a an and of to thisismypassword'
).split(' ')

const SEQUENCES = [
  'abcdefghijklmnopqrstuvwxyz', '01234567890123456789', '09876543210987654321', 'qwertyuiopasdfghjklzxcvbnm', 'qazwsxedcrfvtgbyhnujmikolp', '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'poiuytrewqlkjhgfdsamnbvcxz', 'zyxwvutsrqponmlkjihgfedcba', '1q2w3e4r5t6y7u8i9o0p', 'asdfghjklzxcvbnm',
]
const FOLDED: Readonly<Record<string, string>> = { '@': 'a', 4: 'a', 3: 'e', 1: 'i', '!': 'i', 0: 'o', 5: 's', $: 's', 7: 't' }
const LONGEST_WORD = Math.max(...FREQUENT.map(word => word.length))
const SHORTEST_RUN = 4
const words = new Set(FREQUENT)

/**
 * True when the whole passphrase, without its spaces and signs, falls apart into at most three different frequent words, keyboard walks,
 * counts and years. Four or more different words are a passphrase, however frequent each is.
 */
export function isCommonPassphrase(passphrase: string): boolean {
  const plain = passphrase.toLowerCase().replaceAll(/\s/g, '')
  return [plain, folded(plain)].map(text => text.replaceAll(/[^\p{L}\p{N}]/gu, '')).some(fallsApart)
}

/** At least 3,000 passphrases of 15 characters and more that the rule stands for: what the tests walk over. */
export function* commonPassphrases(): Generator<string> {
  const ends = ['', '1', '123', '123456', '2026', '2027', '!', '!!', '2026!']
  const long = (text: string): boolean => text.length >= 15
  for (const first of FREQUENT) {
    for (const end of ends) {
      const repeated = first.repeat(Math.ceil(15 / first.length))
      yield repeated + end
      for (const second of FREQUENT.slice(0, 24)) if (long(first + second + end)) yield `${first}${second}${end}`
    }
  }
  for (const walk of SEQUENCES) for (let length = 15; length <= walk.length; length++) yield walk.slice(0, length)
}

function folded(text: string): string {
  return [...text].map(character => FOLDED[character] ?? character).join('')
}

/** True when one to three different words and walks, and figures between them, make up the text. Figures alone are no frequent word. */
function fallsApart(text: string): boolean {
  const reached = new Map<number, ReadonlySet<string>>([[0, new Set()]])
  for (let at = 0; at < text.length; at++) {
    const used = reached.get(at)
    if (used === undefined) continue
    for (const { length, word } of piecesAt(text, at)) {
      const next = word === null ? used : new Set([...used, word])
      const known = reached.get(at + length)
      if (next.size <= 3 && (known === undefined || next.size < known.size)) reached.set(at + length, next)
    }
  }
  return (reached.get(text.length)?.size ?? 0) > 0
}

function piecesAt(text: string, at: number): { length: number; word: string | null }[] {
  const pieces: { length: number; word: string | null }[] = []
  for (let length = 1; length <= Math.min(LONGEST_WORD, text.length - at); length++) {
    const piece = text.slice(at, at + length)
    if (words.has(piece)) pieces.push({ length, word: piece })
  }
  const run = walkAt(text, at)
  const figures = /^\d+/.exec(text.slice(at))?.[0].length ?? 0
  if (run >= SHORTEST_RUN) pieces.push({ length: run, word: 'a walk' })
  else if (figures > 0) pieces.push({ length: figures, word: null })
  return pieces
}

function walkAt(text: string, at: number): number {
  let longest = 0
  for (const walk of SEQUENCES) {
    for (let from = walk.indexOf(text[at] ?? ''); from >= 0; from = walk.indexOf(text[at] ?? '', from + 1)) {
      let length = 0
      while (at + length < text.length && from + length < walk.length && text[at + length] === walk[from + length]) length++
      longest = Math.max(longest, length)
    }
  }
  return longest
}
