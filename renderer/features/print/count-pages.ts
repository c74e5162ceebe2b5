const pointsAnInch = 96

/** Room on one sheet inside the margins of `print-page.module.css`, by the width a page is drawn with. */
const sheets = [
  { width: 8.27, height: 10.59 },
  { width: 8.5, height: 9.9 },
  { width: 11, height: 7.4 },
  { width: 11.69, height: 7.17 },
] as const

/**
 * How many sheets the previewed pages take, for the history: exact where each page fits its sheet. Where one runs over, only the printer knows
 * how the rows break, and an estimate would stand in the history as a fact.
 */
export function countPages(desk: HTMLElement | null): number | 'unknown' {
  const pages = [...(desk?.querySelectorAll<HTMLElement>('[data-print-page]') ?? [])]
  return pages.every(fitsItsSheet) ? pages.length : 'unknown'
}

function fitsItsSheet(page: HTMLElement): boolean {
  const inches = page.offsetWidth / pointsAnInch
  const sheet = sheets.reduce((near, each) => (Math.abs(each.width - inches) < Math.abs(near.width - inches) ? each : near))
  const drawn = page.firstElementChild instanceof HTMLElement ? page.firstElementChild.offsetHeight : page.scrollHeight
  return drawn <= sheet.height * pointsAnInch
}
