import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { temporaryFolder } from '#tests/support/store.ts'
import { hasTool, runChild } from './child-process.ts'
import { disguises, filesBelow, findCanary } from './find-canary.ts'

/** T9: after a day's flows not one word of the patient can be read anywhere on the disk, nor was it ever written in clear text. */

const name = 'Zörnbachkanari'
const mrn = 'K7715302946'
const note = 'Wellensittich im Treppenhaus entflogen, Tochter ruft zurück'
const words = [name, mrn, note]

test('a leak planted in any disguise is found', () => {
  for (const [as, bytes] of disguises(note)) {
    const folder = temporaryFolder('planted')
    writeFileSync(path.join(folder, 'file'), Buffer.concat([Buffer.from('before '), bytes, Buffer.from(' behind')]))
    expect(findCanary([folder], words), as).not.toEqual([])
  }
  const folder = temporaryFolder('planted')
  writeFileSync(path.join(folder, 'log.gz'), gzipSync(`x ${mrn} y`))
  mkdirSync(path.join(folder, `export ${name}`))
  writeFileSync(path.join(folder, `export ${name}`, 'a.csv'), '')
  expect(new Set(findCanary([folder], words).map(({ file }) => path.basename(file)))).toEqual(new Set(['log.gz', 'a.csv']))
})

test('after set-up, sign-in, patient, notes, search, lists, export, import, backup, check, refusals and lock no word of the patient is on the disk', async context => {
  if (!hasTool('strace')) context.skip('no strace')
  const folder = temporaryFolder('leak')
  const [profile, temp, trace] = ['profile', 'temp', 'trace'].map(each => path.join(folder, each))
  if (profile === undefined || temp === undefined || trace === undefined) throw new Error('no folder')
  mkdirSync(temp, { mode: 0o700 })
  const shared = new Set(existsSync('/var/tmp') ? readdirSync('/var/tmp') : [])
  const run = runChild('leak-flows', [profile, name, mrn, note], {
    env: { TMPDIR: temp, XDG_DATA_HOME: temp },
    through: ['strace', '-f', '-qq', '-y', '-xx', '-s', '65536', '-e', 'trace=write,pwrite64,writev,pwritev', '-e', 'signal=none', '-o', trace],
  })
  expect(await run.ended, 'the flows ran to their end').toBe(0)
  expect(run.lines).toEqual(['done'])

  const spilled = readdirSync('/var/tmp').filter(each => !shared.has(each)).map(each => path.join('/var/tmp', each)).filter(each => existsSync(each))
  expect(filesBelow(profile).length).toBeGreaterThan(5)
  expect(findCanary([profile, temp], words)).toEqual([])
  expect(spilled).toEqual([])
  const { disk, patient } = writesOf(trace)
  expect(disk, 'the trace saw the store being written').toBeGreaterThan(100)
  expect(patient).toEqual([])
})

/** Writes to files in the trace: how many, and those that carry a word of the patient. Pipes and sockets are the processes talking to each other. */
function writesOf(trace: string): { readonly disk: number; readonly patient: readonly string[] } {
  const lines = readFileSync(trace, 'latin1').split('\n').filter(line => /p?write(v|64)?\(\d+<\\x2f/.test(line))
  const patterns = words.flatMap(each => [...disguises(each).values()]).map(bytes => [...bytes].map(byte => `\\x${byte.toString(16).padStart(2, '0')}`).join(''))
  return { disk: lines.length, patient: lines.filter(line => patterns.some(pattern => line.includes(pattern))).map(line => line.slice(0, 120)) }
}
