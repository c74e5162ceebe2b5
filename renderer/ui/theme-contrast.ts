import type { Theme } from '@fluentui/react-components'

const black = '#000000'
const white = '#ffffff'
/** Everything that can be pressed or is chosen. 15.9:1 on black, and black text on it the same. */
const accent = '#8be9fd'
const disabled = '#8f8f8f'
const bad = '#ffa3a3'
const hairline = '#6b6b6b'

/**
 * A theme of few colours made out of a dark one: white on black, accent for what acts, black on accent while the pointer is over it.
 * Works on token names, so that a token Fluent adds later is coloured too.
 */
export function contrastColors(base: Theme): Theme {
  const colors = Object.keys(base).filter((name) => name.startsWith('color'))
  const painted: Partial<Theme> = Object.fromEntries(colors.flatMap((name) => [paint(name)].filter((color) => color !== null).map((color) => [name, color] as const)))
  return { ...base, ...painted }
}

function paint(name: string): string | null {
  if (/^color(PaletteRed|StatusDanger)(Foreground|Border)/.test(name)) return bad
  if (/Shadow|Overlay|Stencil|TransparentBackground$|Palette/.test(name)) return null
  if (/Disabled/.test(name)) return /Background/.test(name) ? black : disabled
  if (/Transparent|Alpha/.test(name)) return /Stroke/.test(name) ? white : black
  if (/Stroke/.test(name)) return stroke(name)
  if (/Background/.test(name)) return background(name)
  if (/Foreground/.test(name)) return foreground(name)
  return null
}

function stroke(name: string): string {
  if (/FocusOuter|StrokeFocus1/.test(name)) return black
  if (name.endsWith('NeutralStroke3')) return hairline
  return /Brand|Selected|StrokeFocus2/.test(name) ? accent : white
}

function background(name: string): string {
  if (/Inverted/.test(name)) return white
  const acts = /Brand/.test(name)
  if (/Brand(Background2|Background3|Background4)/.test(name)) return black
  if (acts) return accent
  // Hovered and selected surfaces keep white text on them, so they may only leave black a little.
  return /Hover|Pressed|Selected/.test(name) ? '#003a4d' : black
}

function foreground(name: string): string {
  if (/OnBrand|Foreground(Static)?Inverted|OnLight/.test(name)) return black
  if (/NeutralForeground1Static/.test(name)) return black
  return /Brand|Link|Compound/.test(name) ? accent : white
}
