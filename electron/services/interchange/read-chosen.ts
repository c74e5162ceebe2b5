import type { z } from 'zod'
import type { ReadingContext } from '#shared/domain/interchange/fhir/when.ts'
import { HelperCrashed } from '#electron/platform/helpers.ts'
import type { WriteOrigin } from '#electron/store/db.ts'
import type { Deps } from '../deps.ts'
import type { Job } from '../jobs.ts'
import { noteFailure } from '../workstation/note-failure.ts'
import { knownInstruments } from './instruments-file.ts'
import { FromParser } from './parser/messages.ts'

type Message = z.output<typeof FromParser>

/** A file of 64 MB on an old PC takes its time; silence beyond this is a loop. */
const SILENCE_SECONDS = 120

/**
 * Has the chosen files read in the helper process and yields what it finds, each message checked.
 *
 * A file that ends the process (out of memory, a loop) is named and left out; the others are read by a fresh one.
 */
export async function* readChosen(deps: Pick<Deps, 'helpers' | 'resources' | 'log' | 'session' | 'clock'>, handles: readonly string[], by: Pick<ReadingContext, 'zone' | 'today'> & WriteOrigin, job: Job): AsyncGenerator<Message> {
  let rest = handles
  let before = 0
  while (rest.length > 0) {
    let begun: Extract<Message, { kind: 'begin' }> | null = null
    try {
      for await (const message of oneHelper(deps, rest, by, job)) {
        if (message.kind === 'begin') begun = message
        yield message.kind === 'begin' || message.kind === 'sheet' ? { ...message, index: before + message.index } : message
      }
      return
    } catch (error) {
      if (!(error instanceof HelperCrashed)) throw error
      deps.log.warn('import.reader-ended', { why: error.why, index: begun?.index ?? -1 })
      noteFailure(deps, by, 'import.reader-ended', { why: error.why })
      yield lostFile(begun?.name ?? 'The chosen file', error.why)
      const ended = (begun?.index ?? 0) + 1
      before += ended
      rest = rest.slice(ended)
    }
  }
}

async function* oneHelper({ helpers, resources }: Pick<Deps, 'helpers' | 'resources'>, handles: readonly string[], { zone, today }: Pick<ReadingContext, 'zone' | 'today'>, job: Job): AsyncGenerator<Message> {
  const helper = await helpers.start('import-parser', { handles, signal: job.signal, silenceSeconds: SILENCE_SECONDS })
  try {
    helper.send({ kind: 'read', zone, today, instruments: knownInstruments({ resources }) })
    helper.send({ kind: 'next' })
    for await (const raw of helper.messages()) {
      const message = FromParser.parse(raw)
      if (message.kind === 'done') {
        helper.done()
        return
      }
      yield message
      helper.send({ kind: 'next' })
    }
  } finally {
    helper.end()
  }
}

function lostFile(name: string, why: HelperCrashed['why']): Message {
  const reason = why === 'silent' ? 'it took too long to read' : why === 'unknown-file' ? 'it can no longer be opened' : 'reading it needed more memory than a file may take'
  const sentence = `${name}, as a whole: ${reason}, so it was not read.`
  return {
    kind: 'file', origin: 'fhir', file: { name, bytes: 0, patients: 0, resources: 0, refused: sentence }, leftOut: [], problems: [{ file: name, place: 'as a whole', sentence }],
  }
}

