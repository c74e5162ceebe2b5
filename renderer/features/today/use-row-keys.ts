import type { KeyboardEvent } from 'react'

const ACTION = '[data-today-action]'

/** Up and down walk the next actions of the whole day, Home and End go to the first and last; Tab still visits everything. */
export function useRowKeys(): (event: KeyboardEvent<HTMLElement>) => void {
  return event => {
    const page = event.currentTarget.closest('main') ?? event.currentTarget
    const actions = [...page.querySelectorAll<HTMLElement>(ACTION)]
    const row = event.target instanceof Element ? event.target.closest('li') : null
    const here = actions.findIndex(action => row?.contains(action) === true)
    const next = target(event.key, here, actions.length)
    if (next === null) return
    event.preventDefault()
    actions[next]?.focus()
  }
}

function target(key: string, here: number, count: number): number | null {
  if (key === 'ArrowDown') return Math.min(here + 1, count - 1)
  if (key === 'ArrowUp') return Math.max(here - 1, 0)
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return null
}
