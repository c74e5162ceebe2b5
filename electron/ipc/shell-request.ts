import { z } from 'zod'

const name = z.string().max(255)

/** What a page may ask of the Electron shell itself. Paths come from the person's own choice or drop, through the preload script. */
export const ShellRequest = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('open-files'), accept: z.array(z.string().max(20)).max(20), folder: z.boolean() }),
  z.strictObject({ ask: z.literal('accept-paths'), paths: z.array(z.string().max(4096)).max(20_000) }),
  z.strictObject({ ask: z.literal('offer-text'), name, text: z.string().max(64 * 1024 * 1024) }),
  z.strictObject({ ask: z.literal('save-file'), name, mediaType: z.string().max(100), bytes: z.instanceof(Uint8Array) }),
  z.strictObject({ ask: z.literal('print'), target: z.literal(['printer', 'pdf']), title: name }),
  z.strictObject({ ask: z.literal('forget-copied'), text: z.string().max(64 * 1024 * 1024) }),
  z.strictObject({ ask: z.literal('quit') }),
])
export type ShellRequest = z.output<typeof ShellRequest>
