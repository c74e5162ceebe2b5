/** What stands in a text field for a fact: nothing where it is not known. */
export const typedOf = (fact: string): string => (fact === 'unknown' ? '' : fact)

/** The fact a text field says: an empty one is "not known". */
export const factOf = (typed: string): string => (typed.trim() === '' ? 'unknown' : typed)
