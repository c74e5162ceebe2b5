import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { findChromium } from '../support/chromium.ts'
import { openBenchPage, type BenchPage } from './bench-page.ts'
import type { DataSet } from './data-set.ts'
import { median, p95, rounded, type Figure, type Result } from './figure.ts'

const RUNS = 5
const WHEEL_TICKS = 60
const MOST_FRAME_MS = 40
const MOST_FRAME_RATIO = 1.3
const MOST_KEY_MS = 90
const MOST_FIRST_ROWS_MS = 1300
const MOST_HEAP_MB = 60
const typed = ['okafor', 'tele 12', 'medic', '7004', 'heart']

/** The caseload's table on 10,000 open cases, as the nurse's browser draws it. */
export async function rendererFigures(dataSet: DataSet): Promise<Result[]> {
  if (!hasChromium()) return [{ name: 'Renderer', skipped: 'no Chromium' }]
  const folder = mkdtempSync(path.join(os.tmpdir(), 'caseboard-bench-page-'))
  cpSync(dataSet.folder, folder, { recursive: true })
  try {
    const bench = await openBenchPage(folder)
    try {
      return [await firstRows(bench.page), await scrolling(bench.page), await keystrokes(bench.page), await heap(bench)]
    } finally {
      await bench.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function hasChromium(): boolean {
  try {
    findChromium()
    return true
  } catch {
    return false
  }
}

/** From a reload, which continues the session, to the caseload's rows on the screen. */
async function firstRows(page: Page): Promise<Figure> {
  const taken: number[] = []
  for (let run = 0; run < RUNS; run++) {
    await page.reload()
    const at = await page.waitForFunction(() => window.bench.firstRows)
    taken.push(Number(await at.jsonValue()))
  }
  const value = rounded(median(taken))
  return { name: 'Navigation to first rows of the caseload', unit: 'ms', value, budget: `≤ ${MOST_FIRST_ROWS_MS} ms`, pass: value <= MOST_FIRST_ROWS_MS }
}

/** Wheel ticks over the table and over an empty list of the same geometry in its place, in turns. */
async function scrolling(page: Page): Promise<Figure> {
  const table: number[] = []
  const empty: number[] = []
  await layEmptyList(page)
  for (let run = 0; run < RUNS; run++) {
    table.push(p95(await framesWhileScrolling(page, false)))
    empty.push(p95(await framesWhileScrolling(page, true)))
  }
  const [value, baseline] = [rounded(median(table)), rounded(median(empty))]
  const ratio = rounded(value / baseline)
  return {
    name: 'Scrolling 10,000 cases, p95 frame', unit: 'ms', value, baseline, ratio, budget: `ratio ≤ ${MOST_FRAME_RATIO}, p95 ≤ ${MOST_FRAME_MS} ms`, pass: ratio <= MOST_FRAME_RATIO && value <= Math.max(MOST_FRAME_MS, baseline),
  }
}

/** As wide, as high and as long as the table, with nothing in it. */
async function layEmptyList(page: Page): Promise<void> {
  await page.evaluate(() => {
    const grid = document.querySelector('[role=grid]')
    if (grid === null) throw new Error('The caseload has no table.')
    const { left, top, width, height } = grid.getBoundingClientRect()
    const list = document.createElement('div')
    const inner = document.createElement('div')
    list.id = 'bench-empty-list'
    Object.assign(list.style, { position: 'fixed', left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px`, overflow: 'auto', background: 'white', zIndex: '10', display: 'none' })
    inner.style.height = `${grid.scrollHeight}px`
    list.append(inner)
    document.body.append(list)
  })
}

async function framesWhileScrolling(page: Page, onEmpty: boolean): Promise<number[]> {
  const middle = await page.evaluate(isEmptyShown => {
    const grid = document.querySelector<HTMLElement>('[role=grid]')
    const list = document.getElementById('bench-empty-list')
    if (grid === null || list === null) throw new Error('The lists are gone.')
    list.style.display = isEmptyShown ? 'block' : 'none'
    grid.style.visibility = isEmptyShown ? 'hidden' : 'visible'
    for (const each of [grid, list]) each.scrollTop = 0
    const { left, top, width, height } = grid.getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2 }
  }, onEmpty)
  await page.mouse.move(middle.x, middle.y)
  await page.waitForTimeout(300)
  await page.evaluate(() => { window.bench.frames = [] })
  for (let tick = 0; tick < WHEEL_TICKS; tick++) {
    await page.mouse.wheel(0, 120)
    await page.waitForTimeout(16)
  }
  return page.evaluate(() => window.bench.frames)
}

/** Each key in the filter to the paint that shows it, the list being asked for anew behind it. */
async function keystrokes(page: Page): Promise<Figure> {
  await page.evaluate(() => {
    document.getElementById('bench-empty-list')?.remove()
    document.querySelector<HTMLElement>('[role=grid]')?.style.removeProperty('visibility')
  })
  const filter = page.getByLabel('Filter by name, MRN, unit, DRG or payer')
  const runs: number[] = []
  for (const words of typed) {
    await filter.fill('')
    await page.waitForTimeout(300)
    await page.evaluate(() => { window.bench.keys = [] })
    await filter.pressSequentially(words, { delay: 90 })
    await page.waitForTimeout(300)
    runs.push(p95(await page.evaluate(() => window.bench.keys)))
  }
  await filter.fill('')
  const value = rounded(median(runs))
  return { name: 'Keystroke in the filter to paint, p95', unit: 'ms', value, budget: `p95 ≤ ${MOST_KEY_MS} ms`, pass: value <= MOST_KEY_MS }
}

/** What the page holds after all that, garbage collected. */
async function heap({ cdp, page }: BenchPage): Promise<Figure> {
  await page.waitForTimeout(500)
  await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('Performance.enable')
  const { metrics } = await cdp.send('Performance.getMetrics')
  const value = rounded((metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 2 ** 20)
  return { name: 'JS heap after scrolling and filtering', unit: 'MB', value, budget: `≤ ${MOST_HEAP_MB} MB`, pass: value <= MOST_HEAP_MB }
}
