/**
 * The number typed, or null when the text is none. Takes thousands commas and a leading minus; at most `decimals` digits
 * after the point: a longer fraction is refused, never rounded.
 */
export function parseNumberEntry(text: string, decimals = 0): number | null {
  const parts = /^([-−])?(\d{1,3}(?:,\d{3})+|\d{1,15})?(?:\.(\d+))?$/.exec(text.trim())
  if (parts === null) return null
  const [, minus, whole = '', fraction = ''] = parts
  if ((whole === '' && fraction === '') || fraction.length > decimals) return null
  const value = Number(`${whole.replaceAll(',', '') || '0'}.${fraction || '0'}`)
  return minus === undefined || value === 0 ? value : -value
}
