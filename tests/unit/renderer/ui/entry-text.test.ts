import { expect, test } from 'vitest'
import { plainDate, type PlainDate } from '#shared/kernel/plain-date.ts'
import { afterDrawing, begun, settled, written, type EntryText } from '#renderer/ui/entry-text.ts'
import { numericDay } from '#renderer/ui/day-words.ts'
import { parseDayEntry } from '#renderer/ui/parse-day-entry.ts'
import { parseNumberEntry } from '#renderer/ui/parse-number-entry.ts'

type Day = PlainDate | null | 'invalid'
type Figure = number | null | 'invalid'

const today = plainDate('2026-11-22')
const parseDay = (text: string): Day => (text === '' ? null : (parseDayEntry(text, today, {}) ?? 'invalid'))
const showDay = (day: Day): string => (day === null || day === 'invalid' ? '' : numericDay(day))
const parseFigure = (text: string): Figure => (text === '' ? null : (parseNumberEntry(text, 0) ?? 'invalid'))
const showFigure = (figure: Figure): string => (typeof figure === 'number' ? String(figure) : '')

/** A field and its parent, as React would draw them after each key. */
function field<Value>(value: Value, parse: (text: string) => Value, show: (value: Value) => string, decide: (asked: Value, now: Value) => Value) {
  let held = value
  let entry: EntryText<Value> = begun(value, show)
  const draw = (): void => { entry = afterDrawing(entry, held, parse, show) }
  return {
    /** Types the whole text key by key; gives what stood in the field after each. */
    type: (text: string): string[] => [...text].map((_, at) => {
      const typed = text.slice(0, at + 1)
      entry = written(entry, typed)
      held = decide(parse(typed), held)
      draw()
      return entry.text
    }),
    /** One text in the place of another, as a deletion leaves it. */
    become: (text: string): string => {
      entry = written(entry, text)
      held = decide(parse(text), held)
      draw()
      draw()
      return entry.text
    },
    outside: (next: Value): string => {
      held = next
      draw()
      return entry.text
    },
    leave: (): string => {
      entry = settled(entry, held, show)
      return entry.text
    },
    value: (): Value => held,
  }
}

const keepsDays = (asked: Day, now: Day): Day => (asked === null || asked === 'invalid' ? now : asked)
const emptiesWrong = (asked: Day): Day => (asked === 'invalid' ? null : asked)

test('a day is typed key by key where the parent keeps its own until the text is a day', () => {
  const anchor = field<Day>(plainDate('2026-11-20'), parseDay, showDay, keepsDays)
  expect(anchor.type('11/24/2026')).toEqual(['1', '11', '11/', '11/2', '11/24', '11/24/', '11/24/2', '11/24/20', '11/24/202', '11/24/2026'])
  expect(anchor.value()).toBe('2026-11-24')
})

test('a day is typed and shortened key by key where the parent takes a half-typed one for none', () => {
  const from = field<Day>(null, parseDay, showDay, emptiesWrong)
  expect(from.type('11/20').at(-1)).toBe('11/20')
  expect(from.value()).toBe('2026-11-20')
  expect(from.become('11/')).toBe('11/')
  expect(from.value()).toBeNull()
  expect(from.type('11/21').at(-1)).toBe('11/21')
  expect(from.value()).toBe('2026-11-21')
})

test('a minus sign waits for its figure', () => {
  const moveBy = field<Figure>(2, parseFigure, showFigure, (asked, now) => (typeof asked === 'number' ? asked : now))
  expect(moveBy.become('')).toBe('')
  expect(moveBy.type('-3')).toEqual(['-', '-3'])
  expect(moveBy.value()).toBe(-3)
})

test('text that was not taken goes when the field is left, text that says nothing stays', () => {
  const anchor = field<Day>(plainDate('2026-11-20'), parseDay, showDay, keepsDays)
  anchor.become('11/')
  expect(anchor.leave()).toBe('11/20/2026')
  const free = field<Day>(null, parseDay, showDay, asked => asked)
  free.become('soon')
  expect(free.leave()).toBe('soon')
})

test('a value that changes from outside is shown, also after typing', () => {
  const moveBy = field<Figure>(0, parseFigure, showFigure, (asked, now) => (typeof asked === 'number' ? asked : now))
  moveBy.type('4')
  expect(moveBy.outside(5)).toBe('5')
  moveBy.become('-')
  expect(moveBy.outside(6)).toBe('6')
})

test('the value itself typed otherwise is left as typed', () => {
  const due = field<Day>(null, parseDay, showDay, asked => asked)
  expect(due.become('t+2')).toBe('t+2')
  expect(due.outside(plainDate('2026-11-24'))).toBe('t+2')
  expect(due.leave()).toBe('11/24/2026')
})
