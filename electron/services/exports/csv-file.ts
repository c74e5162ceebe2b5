const FORMULA_START = /^[=+\-@\t\r\0\uFF1D\uFF0B\uFF0D\uFF20]/
const BYTE_ORDER_MARK = '\uFEFF'

/** A text no spreadsheet runs as a formula: an apostrophe before every start of one (`security.md` F13). */
export const withoutFormula = (text: string): string => (FORMULA_START.test(text) ? `'${text}` : text)

/** CSV as RFC 4180 with every field quoted, so that a semicolon locale cannot split a field into a formula; a byte order mark for Excel. */
export function csvFile(rows: readonly (readonly string[])[]): Uint8Array {
  const lines = rows.map(row => row.map(field => `"${withoutFormula(field).replaceAll('"', '""')}"`).join(','))
  return new TextEncoder().encode(`${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`)
}
