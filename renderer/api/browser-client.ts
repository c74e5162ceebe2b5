import { AppErrorShape } from '#shared/contract/errors.ts'
import { events, Topic, type EventData, type EventName } from '#shared/contract/events.ts'
import { contract, type Channel, type Reply } from '#shared/contract/index.ts'
import type { Workstation } from '#shared/contract/bridge.ts'
import type { BrowserLink } from './browser-link.ts'
import { browserShell } from './browser-shell.ts'

interface Waiting {
  answer(reply: { readonly ok: boolean; readonly data?: unknown; readonly error?: unknown }): void
  fail(): void
}

/** `window.workstation` over the browser shell's socket. An answer that never came rejects: the caller finds out what became of its command. */
export function browserWorkstation(link: BrowserLink): Workstation {
  const waiting = new Map<number, Waiting>()
  const listeners = new Map<string, Set<(data: unknown) => void>>()
  let lastId = 0

  const tell = (name: string, data: unknown): void => { for (const listener of listeners.get(name) ?? []) listener(data) }
  link.onMessage(message => {
    if (message.kind === 'event') return tell(message.name, message.data)
    waiting.get(message.id)?.answer(message.reply)
    waiting.delete(message.id)
  })
  link.onLost(() => {
    for (const { fail } of waiting.values()) fail()
    waiting.clear()
  })
  const workstation: Workstation = {
    shell: browserShell(link),
    invoke(channel, input, commandId) {
      return new Promise((resolve, reject) => {
        const id = ++lastId
        const fail = (): void => { reject(new Error('The connection was lost.')) }
        waiting.set(id, { fail, answer: reply => { resolve(asReply(channel, reply)) } })
        const sent = link.send({ kind: 'request', id, channel, input, ...(commandId !== undefined && { commandId }) })
        if (!sent && waiting.delete(id)) fail()
      })
    },
    on(name, listener) {
      const heard = (data: unknown): void => { if (isDataOf(name, data)) listener(data) }
      const all = listeners.get(name) ?? new Set()
      listeners.set(name, all.add(heard))
      return () => { all.delete(heard) }
    },
  }
  catchUpAfterGaps(link, workstation, tell)
  return workstation
}

/** What was told while there was no connection is asked for again: the session, and every record on the screen. */
function catchUpAfterGaps(link: BrowserLink, workstation: Workstation, tell: (name: string, data: unknown) => void): void {
  let hadGap = false
  link.onLost(() => { hadGap = true })
  link.onState(state => {
    if (state !== 'open' || !hadGap) return
    hadGap = false
    void workstation.invoke('session.state', {}).then(reply => { if (reply.ok) tell('session.changed', { session: reply.data }) }, () => undefined)
    tell('data.changed', { topics: [...Topic.values] })
  })
}

function asReply<C extends Channel>(channel: C, reply: { readonly ok: boolean; readonly data?: unknown; readonly error?: unknown }): Reply<C> {
  if (!reply.ok) return { ok: false, error: AppErrorShape.parse(reply.error) }
  if (isOutputOf(channel, reply.data)) return { ok: true, data: reply.data }
  return { ok: false, error: { code: 'unexpected', message: 'The answer could not be read.', ref: 'answer' } }
}

// The core of the same build answered; only what is no object of ours at all is kept out. Checking ten thousand rows again would be felt.
function isOutputOf<C extends Channel>(channel: C, data: unknown): data is Extract<Reply<C>, { ok: true }>['data'] {
  return data !== undefined && Object.hasOwn(contract, channel)
}

function isDataOf<N extends EventName>(name: N, data: unknown): data is EventData<N> {
  return events[name].safeParse(data).success
}
