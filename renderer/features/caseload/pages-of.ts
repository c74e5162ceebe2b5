/** Rows cut into pages of at most `size`; one empty page for no rows, so that "nothing" can be printed too. */
export function pagesOf<Row>(rows: readonly Row[], size: number): readonly (readonly Row[])[] {
  const count = Math.max(1, Math.ceil(rows.length / size))
  return Array.from({ length: count }, (_, page) => rows.slice(page * size, (page + 1) * size))
}
