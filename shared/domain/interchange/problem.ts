import type { LeftOut, Problem } from './incoming.ts'
import { type Reason, reasons } from './unusable.ts'

/** More sentences than this about one file or patient tell a person nothing new; the rest is counted. */
const MOST_PROBLEMS = 100

/** One sentence that names the file, the place in it and the reason, and repeats nothing of its content. An empty file name: the place names it. */
export function problemOf(file: string, place: string, reason: Reason): Problem {
  return problemSaying(file, place, `${lowerFirst(reasons[reason].replace(/\.$/, ''))}; it was left out.`)
}

export function problemSaying(file: string, place: string, rest: string): Problem {
  return { file: file.slice(0, 300), place: place.slice(0, 300), sentence: `${file === '' ? '' : `${file.slice(0, 300)}, `}${place.slice(0, 300)}: ${rest}` }
}

/** A list of sentences that stays readable however broken the file is. */
export class Problems {
  readonly #list: Problem[] = []
  #more = 0

  add(problem: Problem): void {
    if (this.#list.length < MOST_PROBLEMS) this.#list.push(problem)
    else this.#more += 1
  }

  toList(file: string): Problem[] {
    return this.#more === 0 ? [...this.#list] : [...this.#list, problemSaying(file, 'further on', `${this.#more} more faults of these kinds.`)]
  }
}

/** Counts what was left out, by kind and reason. */
export class LeftOutTally {
  readonly #counts = new Map<string, { what: string; reason: Reason; count: number }>()

  add(what: string, reason: Reason, count = 1): void {
    const key = `${what} ${reason}`
    const present = this.#counts.get(key)
    if (present === undefined) this.#counts.set(key, { what, reason, count })
    else present.count += count
  }

  toList(): LeftOut[] {
    return [...this.#counts.values()].map(({ what, reason, count }) => ({ what, reason: reasons[reason], count }))
  }
}

const lowerFirst = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1)
