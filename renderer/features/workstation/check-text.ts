import type { Output } from '#shared/contract/index.ts'

/** The results as plain text for a mail. */
export const checkAsText = ({ at, steps }: Output<'workstation.check'>): string =>
  [`Caseboard workstation check, ${at}`, ...steps.map(({ name, status, detail }) => `${status.toUpperCase().padEnd(8)}${name}: ${detail}`)].join('\n')
