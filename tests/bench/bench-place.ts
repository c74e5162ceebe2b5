/** Where the bench hospital stands. */
export const zone = 'America/New_York'

/** Rows of a usual template: what a nurse has on the screen. */
export const ENTRIES_OF_OPEN_CASE = 15
