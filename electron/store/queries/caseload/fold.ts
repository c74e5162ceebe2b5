/** Lower case without accents: how the filter box folds what is typed (`worklists/list-filter.ts`). */
export const fold = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
