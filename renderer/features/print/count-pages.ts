const pointsAnInch = 96
const sheetHeightInches = { portrait: 9.9, landscape: 7.4 } as const

/** How many sheets the previewed pages will take, from their height on screen; at least one each. The audit wants a number, not a promise. */
export function countPages(desk: HTMLElement | null): number {
  const pages = [...(desk?.querySelectorAll<HTMLElement>('[data-print-page]') ?? [])]
  return pages.reduce((sum, page) => {
    const orientation = page.offsetWidth > 10 * pointsAnInch ? 'landscape' : 'portrait'
    return sum + Math.max(1, Math.ceil(page.scrollHeight / (sheetHeightInches[orientation] * pointsAnInch) - 0.15))
  }, 0)
}
