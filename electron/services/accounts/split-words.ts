/** The words of a recovery key as a person copies them: numbering, commas and line breaks do not matter. */
export const splitWords = (text: string): string[] => text.normalize('NFKD').toLowerCase().split(/[^a-z]+/).filter(word => word !== '')
