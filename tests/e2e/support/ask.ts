import type { Page } from '@playwright/test'

/** Asks the core what the page may ask, as the person who is signed in; an error fails the spec. For what a journey takes for granted and does not tell. */
export function ask(page: Page, channel: string, input: unknown): Promise<Record<string, unknown>> {
  return page.evaluate(async ([name, words]) => {
    const id = Array.from({ length: 26 }, (_, at) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[at === 0 ? 0 : (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) % 32]).join('')
    const reply: unknown = await Reflect.apply(window.workstation.invoke, window.workstation, [name, words, id])
    const { ok, data, error } = reply as { ok: boolean; data: Record<string, unknown>; error: unknown }
    if (!ok) throw new Error(`${String(name)}: ${JSON.stringify(error)}`)
    return data
  }, [channel, input] as const)
}
