/** What a shell was started with. */
export interface ShellArguments {
  readonly profile: string | null
  readonly demo: boolean
  readonly open: boolean
}

export type ReadArguments = { readonly ok: true; readonly value: ShellArguments } | { readonly ok: false; readonly sentence: string }

const usage = 'Known switches: --demo, --profile FOLDER, --no-open.'

/** Reads exactly the switches of the window and the browser shell; any other word is refused, so that nothing slips through to the runtime. */
export function readArguments(words: readonly string[]): ReadArguments {
  let profile: string | null = null
  let demo = false
  let open = true
  const rest = [...words]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--demo') demo = true
    else if (word === '--no-open') open = false
    else if (word === '--profile' || word.startsWith('--profile=')) {
      profile = word === '--profile' ? (rest.shift() ?? '') : word.slice('--profile='.length)
      if (profile === '') return { ok: false, sentence: `--profile needs a folder. ${usage}` }
    } else return { ok: false, sentence: `Caseboard does not know "${word}". ${usage}` }
  }
  if (demo && profile !== null) return { ok: false, sentence: 'A demo makes its own throwaway folder: leave --profile out.' }
  return { ok: true, value: { profile, demo, open } }
}
