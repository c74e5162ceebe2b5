import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFileBox } from '#electron/platform/file-box.ts'
import { safeName, shellServices, type ShellDoors } from '#electron/windows/shell-services.ts'

let folder = ''
beforeEach(() => { folder = mkdtempSync(path.join(tmpdir(), 'caseboard-doors-')) })
afterEach(() => { rmSync(folder, { recursive: true }) })

function services(doors: Partial<ShellDoors> = {}) {
  let pdfs = 0
  const all: ShellDoors = {
    chooseFiles: () => Promise.resolve([]), choosePlace: () => Promise.resolve(null), print: () => Promise.resolve(true), quit: () => undefined, clipboard: { readText: () => Promise.resolve(''), clear: () => undefined },
    pdf: () => {
      pdfs += 1
      return Promise.resolve(Buffer.from('%PDF-1.7 synthetic'))
    },
    ...doors,
  }
  return { ask: shellServices(createFileBox(), all), made: () => pdfs }
}

test('a PDF is written only where the person said, readable by that person alone (E29)', async () => {
  const place = path.join(folder, 'plan.pdf')
  const { ask } = services({ choosePlace: () => Promise.resolve(place) })
  expect(await ask({ ask: 'print', target: 'pdf', title: 'My recovery plan' })).toBe('done')
  expect(readFileSync(place, 'utf8')).toContain('%PDF')
  if (process.platform !== 'win32') expect(statSync(place).mode & 0o777).toBe(0o600)
})

test('whoever changes their mind about the place gets "no", and no PDF was made of anything', async () => {
  const { ask, made } = services()
  expect(await ask({ ask: 'print', target: 'pdf', title: 'My recovery plan' })).toBe('no')
  expect(made()).toBe(0)
})

test('the printer answers for itself: printed, or cancelled in its dialog', async () => {
  expect(await services().ask({ ask: 'print', target: 'printer', title: 'List' })).toBe('done')
  expect(await services({ print: () => Promise.resolve(false) }).ask({ ask: 'print', target: 'printer', title: 'List' })).toBe('no')
})

test('a chosen folder stands for its files of the wanted kinds', async () => {
  writeFileSync(path.join(folder, 'b.CSV'), 'x')
  writeFileSync(path.join(folder, 'a.csv'), 'xy')
  writeFileSync(path.join(folder, 'photo.jpg'), 'x')
  const { ask } = services({ chooseFiles: () => Promise.resolve([folder]) })
  expect(await ask({ ask: 'open-files', accept: ['.csv'], folder: true })).toMatchObject([{ name: 'a.csv', bytes: 2 }, { name: 'b.CSV', bytes: 1 }])
})

test('copied text is taken off the clipboard, and what another program put there since is left (E28)', async () => {
  let held = 'one-time code'
  const { ask } = services({ clipboard: { readText: () => Promise.resolve(held), clear: () => { held = '' } } })
  await ask({ ask: 'forget-copied', text: 'something else' })
  expect(held).toBe('one-time code')
  await ask({ ask: 'forget-copied', text: 'one-time code' })
  expect(held).toBe('')
})

test('a suggested name is only a name', () => {
  expect(['../../etc/passwd', 'con', 'a/b:c*?.pdf', '...', 'Plan\u0000\u202E.pdf'].map(safeName)).toEqual(['etc passwd', 'caseboard', 'a b c  .pdf', 'caseboard', 'Plan  .pdf'])
})
