import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, realpathSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test, type TestContext } from 'vitest'
import { Anchor, compareWithAnchor } from '#electron/store/anchor.ts'
import { readHead } from '#electron/store/audit-writer.ts'
import type { Connection } from '#electron/store/driver.ts'
import { openDatabase } from '#electron/store/open-database.ts'
import { Statements } from '#electron/store/statements.ts'
import { temporaryFolder, testKey } from '#tests/support/store.ts'
import { hasTool, seeded } from './child-process.ts'
import { buildState, readLog, type Recording } from './powercut/replay.ts'

const SAVES = 80
// 4,000 states were judged on 2026-11-22 with nothing lost; every run judges a thousand others.
const STATES = Number(process.env['POWER_CUT_STATES'] ?? 1_000)
const STATES_OF_THE_GUARD = 300

type Verdict = { judged: number; lost: number; half: number; corrupt: number; falseAlarms: number }

/** T2: what the disk may hold after a power cut at any moment, rebuilt from a record of every write and sync the store makes. */
test('a power cut loses no save that was acknowledged, leaves no half one, and raises no false alarm', context => {
  const recording = record(context, 'safe')
  const verdict = replay(recording, STATES)
  expect(recording.counts['A'] ?? 0).toBeGreaterThanOrEqual(SAVES)
  expect(verdict.judged).toBeGreaterThan(STATES / 2)
  expect(verdict).toMatchObject({ lost: 0, half: 0, corrupt: 0, falseAlarms: 0 })
})

test('the same replay finds the losses of synchronous=NORMAL: it can fail', context => {
  const verdict = replay(record(context, 'unsafe'), STATES_OF_THE_GUARD)
  expect(verdict.lost + verdict.corrupt).toBeGreaterThan(0)
})

function record({ skip }: TestContext, mode: 'safe' | 'unsafe'): Recording {
  if (process.platform !== 'linux' || !hasTool('gcc')) skip('no gcc')
  const base = realpathSync(temporaryFolder('powercut'))
  const [live, recorder, log] = [path.join(base, 'live'), path.join(base, 'crashlog.so'), path.join(base, 'log')]
  mkdirSync(live)
  execFileSync('gcc', ['-shared', '-fPIC', '-O2', '-Wall', '-o', recorder, fileURLToPath(new URL('./powercut/crashlog.c', import.meta.url)), '-ldl'])
  const child = fileURLToPath(new URL('./children/save-forever.ts', import.meta.url))
  execFileSync(process.execPath, [child, path.join(live, 'store.db'), String(SAVES), mode], {
    env: { ...process.env, LD_PRELOAD: recorder, CL_DIR: `${live}/`, CL_LOG: log }, stdio: ['ignore', 'ignore', 'inherit'],
  })
  const recording = readLog(readFileSync(log))
  rmSync(base, { recursive: true })
  return recording
}

function replay(recording: Recording, states: number): Verdict {
  const seed = Math.floor(Math.random() * 2 ** 32)
  const random = seeded(seed)
  const folder = existsSync('/dev/shm') ? path.join('/dev/shm', `caseboard-powercut-${process.pid}`) : temporaryFolder('state')
  mkdirSync(folder, { recursive: true })
  const verdict: Verdict = { judged: 0, lost: 0, half: 0, corrupt: 0, falseAlarms: 0 }
  try {
    for (let i = 0; i < states; i++) {
      const { files, acknowledged } = buildState(recording, 1 + Math.floor(random() * recording.ops.length), random)
      if (acknowledged === 0) continue
      for (const name of readdirSync(folder)) unlinkSync(path.join(folder, name))
      for (const [name, bytes] of files) writeFileSync(path.join(folder, name), bytes)
      verdict.judged++
      judge(folder, acknowledged, verdict, i % 4 === 0)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  console.log(`T2: ${JSON.stringify(verdict)} (seed ${seed})`)
  return verdict
}

function judge(folder: string, acknowledged: number, verdict: Verdict, isThorough: boolean): void {
  let connection: Connection | null = null
  try {
    connection = openDatabase({ file: path.join(folder, 'store.db'), key: testKey, use: 'writer', cacheKiB: 1_024 })
    const count = (sqlText: string): number => Number(connection?.prepare(sqlText).pluck().get())
    const patients = count('SELECT count(*) FROM patient')
    if (patients < acknowledged) verdict.lost++
    const isWhole = existsSync(path.join(folder, 'store.anchor')) ? isWholeSave(count, patients) : true
    if (!isWhole) verdict.half++
    if (isThorough && connection.pragma('quick_check', { simple: true }) !== 'ok') verdict.corrupt++
    if (isAlarmed(folder, connection)) verdict.falseAlarms++
  } catch {
    verdict.corrupt++
  } finally {
    connection?.close()
  }
}

function isWholeSave(count: (sqlText: string) => number, patients: number): boolean {
  return count('SELECT count(*) FROM audit') === patients && count('SELECT count(*) FROM patient_telecom') === patients * 2
    && count('SELECT count(*) FROM audit_record') === patients * 3
}

function isAlarmed(folder: string, connection: Connection): boolean {
  const file = path.join(folder, 'store.anchor')
  if (!existsSync(file)) return false
  const anchor = new Anchor(file, testKey)
  const hashAt = (seq: number): string | null => {
    const hash = connection.prepare('SELECT hash FROM audit WHERE seq = ?').pluck().get(BigInt(seq))
    return typeof hash === 'string' ? hash : null
  }
  const state = compareWithAnchor(anchor.read(), readHead(new Statements(connection)), hashAt)
  anchor.close()
  return state.kind !== 'in-step' && state.kind !== 'ahead'
}
