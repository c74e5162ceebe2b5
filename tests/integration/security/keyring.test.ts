import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { calibrate, systemKdf } from '#electron/security/kdf.ts'
import { addPerson, changePassphrase, isRecoveryKey, newRecoveryKey, readKeyring, unlockWithPassphrase, unlockWithRecovery } from '#electron/security/keyring.ts'
import { discardStore, rotateDataKey } from '#electron/security/rotate.ts'
import { sweepStores } from '#electron/security/sweep-stores.ts'
import { StoreError } from '#electron/store/store-error.ts'
import { admin, addPatient, countPatients, nurse, testProfile, type TestProfile } from '#tests/support/profile.ts'

const unlockAs = async (t: Awaited<ReturnType<typeof testProfile>>, name: string, passphrase: string) => unlockWithPassphrase(readKeyring(t.folder), t.kdf, name, passphrase)
const edit = (t: { folder: string }, change: (text: string) => string, name = 'keyring.json') => {
  const file = path.join(t.folder, name)
  writeFileSync(file, change(readFileSync(file, 'utf8')))
}

test('the same data key opens with each passphrase and with the recovery words, and with nothing else', async () => {
  const t = await testProfile()
  for (const { signInName, passphrase, personId } of [nurse, admin]) {
    const unlocked = await unlockAs(t, ` ${signInName.toUpperCase()} `, passphrase)
    expect(unlocked?.dataKey.equals(t.unlocked.dataKey)).toBe(true)
    expect(unlocked?.personId).toBe(personId)
  }
  expect(unlockWithRecovery(readKeyring(t.folder), t.recoveryWords)?.dataKey.equals(t.unlocked.dataKey)).toBe(true)
  expect(await unlockAs(t, nurse.signInName, admin.passphrase)).toBeNull()
  expect(await unlockAs(t, nurse.signInName, `${nurse.passphrase} `)).toBeNull()
  expect(await unlockAs(t, 'nobody', nurse.passphrase)).toBeNull()
})

test('a passphrase is the same in every Unicode spelling and is never cut off', async () => {
  const t = await testProfile()
  const composed = 'zürich glacier øre piñata 💉'.normalize('NFC')
  await changePassphrase(t.unlocked, t, { personId: nurse.personId, current: nurse.passphrase, next: composed, at: t.clock.now() })
  expect(await unlockAs(t, nurse.signInName, composed.normalize('NFD'))).not.toBeNull()
  await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', minLength: 15, maxLength: 256 }), async next => {
    const wellFormed = next.toWellFormed()
    await changePassphrase(t.unlocked, t, { personId: admin.personId, current: admin.passphrase, next: wellFormed, at: t.clock.now() })
    expect(await unlockAs(t, admin.signInName, wellFormed)).not.toBeNull()
    expect(await unlockAs(t, admin.signInName, `${wellFormed}x`)).toBeNull()
    expect(await changePassphrase(t.unlocked, t, { personId: admin.personId, current: wellFormed, next: admin.passphrase, at: t.clock.now() })).toBe(true)
  }), { numRuns: 40 })
})

test('a word of the recovery key mistyped, swapped or missing is refused', async () => {
  const t = await testProfile()
  const keyring = readKeyring(t.folder)
  const words = t.recoveryWords
  expect(words).toHaveLength(24)
  expect(unlockWithRecovery(keyring, words.slice(1))).toBeNull()
  expect(unlockWithRecovery(keyring, [words[1] ?? '', words[0] ?? '', ...words.slice(2)].concat())).toBeNull()
  expect(unlockWithRecovery(keyring, words.map((word, i) => (i === 3 ? 'notaword' : word)))).toBeNull()
  expect(unlockWithRecovery(keyring, words.map(word => ` ${word.toUpperCase()}`))).not.toBeNull()
})

test('a new recovery key makes the printed page before it worthless', async () => {
  const t = await testProfile()
  const words = newRecoveryKey(t.unlocked, t, t.clock.now())
  expect(isRecoveryKey(t.unlocked, words)).toBe(true)
  expect(unlockWithRecovery(readKeyring(t.folder), words)).not.toBeNull()
  expect(unlockWithRecovery(readKeyring(t.folder), t.recoveryWords)).toBeNull()
})

test('a one-time code lets somebody in once it is read off paper, and asks for a passphrase', async () => {
  const t = await testProfile()
  const code = await addPerson(t.unlocked, t, { personId: nurse.personId, signInName: nurse.signInName, at: t.clock.now() })
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
  expect(await unlockAs(t, nurse.signInName, nurse.passphrase)).toBeNull()
  const first = await unlockAs(t, nurse.signInName, code.toLowerCase().replaceAll('-', ' '))
  expect(first?.mustChange).toBe(true)
  expect(await changePassphrase(t.unlocked, t, { personId: nurse.personId, current: code, next: 'pepper walnut sleet ferry', at: t.clock.now() })).toBe(true)
  expect((await unlockAs(t, nurse.signInName, 'pepper walnut sleet ferry'))?.mustChange).toBe(false)
  expect(await unlockAs(t, nurse.signInName, code)).toBeNull()
})

test('changing a passphrase needs the current one, and the old one opens neither generation of the key file', async () => {
  const t = await testProfile()
  const change = (current: string) => changePassphrase(t.unlocked, t, { personId: nurse.personId, current, next: 'pepper walnut sleet ferry', at: t.clock.now() })
  expect(await change('marble canoe lantern orbis')).toBe(false)
  expect(await unlockAs(t, nurse.signInName, nurse.passphrase)).not.toBeNull()
  expect(await change(nurse.passphrase)).toBe(true)
  edit(t, () => 'broken')
  expect(readKeyring(t.folder).isPrevious).toBe(true)
  expect(await unlockAs(t, nurse.signInName, nurse.passphrase)).toBeNull()
  expect(await unlockAs(t, nurse.signInName, 'pepper walnut sleet ferry')).not.toBeNull()
})

test('a damaged key file falls back to the other generation; two damaged ones are said to be damaged and left as they are', async () => {
  const t = await testProfile()
  edit(t, text => text.slice(0, 100))
  expect(await unlockAs(t, nurse.signInName, nurse.passphrase)).not.toBeNull()
  edit(t, text => text.replace('"generation": 1', '"generation": 2'), 'keyring.previous.json')
  const before = readdirSync(t.folder).map(name => readFileSync(path.join(t.folder, name)).toString('base64'))
  expect(() => readKeyring(t.folder)).toThrow('The key file is damaged. Nothing has been changed.')
  expect(readdirSync(t.folder).map(name => readFileSync(path.join(t.folder, name)).toString('base64'))).toEqual(before)
})

test('a slot renamed to another person, or smuggled in, opens nothing', async () => {
  const t = await testProfile()
  const other = await testProfile()
  const keyring = readKeyring(t.folder)
  const [first, second, ...rest] = keyring.body.slots
  if (first === undefined || second === undefined) throw new Error('two people are set up')
  const renamed = { ...keyring, body: { ...keyring.body, slots: [{ ...first, personId: second.personId, signInName: second.signInName }, ...rest] } }
  expect(await unlockWithPassphrase(renamed, t.kdf, admin.signInName, nurse.passphrase)).toBeNull()
  const foreign = readKeyring(other.folder).body.slots[0]
  const smuggled = { ...keyring, body: { ...keyring.body, slots: [...keyring.body.slots, ...(foreign === undefined ? [] : [{ ...foreign, signInName: 'mallory' }])] } }
  await expect(unlockWithPassphrase(smuggled, t.kdf, nurse.signInName, nurse.passphrase)).rejects.toThrow('The key file is damaged.')
})

test('parameters below the floor are refused before any work, as a file somebody weakened', async () => {
  const t = await testProfile()
  await expect(unlockWithPassphrase(readKeyring(t.folder), systemKdf, nurse.signInName, nurse.passphrase)).rejects.toThrow('weaker protection')
})

test('the product derives with at least 64 MiB and three passes, and more where the machine is fast', async () => {
  expect(systemKdf.floor).toEqual({ algorithm: 'argon2id', memoryKiB: 65_536, iterations: 3, parallelism: 1 })
  const paced = (millis: number) => calibrate(() => Promise.resolve({ millis }))
  expect((await paced(70)).iterations).toBe(24)
  expect((await paced(350)).iterations).toBe(6)
  expect((await paced(5_000)).iterations).toBe(3)
  const key = await systemKdf.derive({ secret: 'x', salt: Buffer.alloc(16), params: systemKdf.floor })
  expect(key).toHaveLength(32)
})

test('rotation gives a new key and database, keeps every row, and leaves the removed person outside', async () => {
  const t = await testProfile()
  const store = t.open()
  addPatient(store, 2)
  const before = t.unlocked.storeFile
  const next = rotateDataKey(t.unlocked, store, { without: [nurse.personId], at: t.clock.now() })
  store.close()
  discardStore(before)
  expect(next.dataKey.equals(t.unlocked.dataKey)).toBe(false)
  expect(next.generation).toBe(2)
  const rotated = t.open(next)
  expect(countPatients(rotated)).toBe(2)
  expect(rotated.anchorState.kind).toBe('in-step')
  rotated.close()
  expect(await unlockAs(t, nurse.signInName, nurse.passphrase)).toBeNull()
  const asAdmin = await unlockAs(t, admin.signInName, admin.passphrase)
  expect(asAdmin?.dataKey.equals(next.dataKey)).toBe(true)
  expect(unlockWithRecovery(readKeyring(t.folder), t.recoveryWords)?.dataKey.equals(next.dataKey)).toBe(true)
  expect(() => t.open(t.unlocked)).toThrow('is not at')
})

test('an unlocked keyring forgets its key', async () => {
  const { unlocked, folder } = await testProfile()
  const key = unlocked.dataKey
  const before = readFileSync(path.join(folder, 'keyring.json'))
  unlocked.dispose()
  expect(key.equals(Buffer.alloc(32))).toBe(true)
  expect(() => unlocked.dataKey).toThrow('its data got a new key')
  expect(() => { unlocked.replaceSlots([], { forget: true }) }).toThrow('This was not saved')
  expect(readFileSync(path.join(folder, 'keyring.json'))).toEqual(before)
})

test('a keyring from before a rotation is never written over the key file of after it', async () => {
  const t = await testProfile()
  const store = t.open()
  const stale = await unlockAs(t, admin.signInName, admin.passphrase)
  rotateDataKey(t.unlocked, store, { without: [], at: t.clock.now() })
  store.close()
  const after = readFileSync(path.join(t.folder, 'keyring.json'))
  await expect(stale === null ? null : addPerson(stale, t, { personId: nurse.personId, signInName: nurse.signInName, at: t.clock.now() })).rejects.toThrow('its data got a new key')
  expect(readFileSync(path.join(t.folder, 'keyring.json'))).toEqual(after)
})

test('a rotation that fails leaves the profile as it was, without the copy', async () => {
  const t = await testProfile()
  const store = t.open()
  const before = readdirSync(t.folder).sort()
  vi.spyOn(store, 'copyTo').mockImplementation(file => {
    writeFileSync(file, Buffer.alloc(8192, 1))
    throw new StoreError({ kind: 'disk-full' })
  })
  expect(() => rotateDataKey(t.unlocked, store, { without: [nurse.personId], at: t.clock.now() })).toThrow('Disk full')
  expect(readdirSync(t.folder).sort()).toEqual(before)
  expect(await unlockAs(t, nurse.signInName, nurse.passphrase)).not.toBeNull()
  store.close()
})

test('a rotation of a store whose seal warns does not accept the warning on the way', async () => {
  const t = await testProfile()
  rmSync(t.unlocked.anchorFile)
  const store = t.open()
  const next = rotateDataKey(t.unlocked, store, { without: [nurse.personId], at: t.clock.now() })
  store.close()
  const rotated = t.open(next)
  expect(rotated.anchorState).toEqual({ kind: 'absent' })
  rotated.close()
})

describe('what a killed rotation or restore left behind', () => {
  const copyOf = (t: TestProfile, name: string) => {
    copyFileSync(t.unlocked.storeFile, path.join(t.folder, name))
    copyFileSync(t.unlocked.anchorFile, path.join(t.folder, name.replace('.db', '.anchor')))
  }
  const stores = (folder: string) => readdirSync(folder).filter(name => name.startsWith('store-')).sort()

  test('goes at the next unlock: unfinished copies, older databases, copies under the key in hand', async () => {
    const t = await testProfile()
    t.open().close()
    const kept = stores(t.folder)
    copyOf(t, 'store-2-aaaaaaaaaaaa.db.making')
    copyOf(t, 'store-2-bbbbbbbbbbbb.db')
    writeFileSync(path.join(t.folder, 'store-0-cccccccccccc.db'), 'an older key')
    writeFileSync(path.join(t.folder, 'store-7-dddddddddddd.db-wal'), 'nobody’s')
    expect(sweepStores(t.unlocked)).toBe(2)
    expect(stores(t.folder)).toEqual(kept)
  })

  test('is set aside, not deleted, when it is a database this key does not open', async () => {
    const t = await testProfile()
    writeFileSync(path.join(t.folder, 'store-5-eeeeeeeeeeee.db'), Buffer.alloc(8192, 3))
    expect(sweepStores(t.unlocked)).toBe(1)
    expect(readdirSync(path.join(t.folder, 'set-aside', 'unnamed'))).toEqual(['store-5-eeeeeeeeeeee.db'])
  })

  test('joins the key file that a killed restore had set aside for it', async () => {
    const [t, other] = [await testProfile(), await testProfile()]
    const aside = path.join(t.folder, 'set-aside', '20261122T162000000Z')
    mkdirSync(aside, { recursive: true })
    copyFileSync(path.join(other.folder, 'keyring.json'), path.join(aside, 'keyring.json'))
    const name = path.basename(other.unlocked.storeFile)
    copyFileSync(other.unlocked.storeFile, path.join(t.folder, name))
    sweepStores(t.unlocked)
    expect(readdirSync(aside).sort()).toEqual(['keyring.json', name].sort())
  })

  test('ends with both generations of the key file naming the same database', async () => {
    const t = await testProfile()
    const old = readFileSync(path.join(t.folder, 'keyring.json'))
    const store = t.open()
    const next = rotateDataKey(t.unlocked, store, { without: [nurse.personId], at: t.clock.now() })
    store.close()
    writeFileSync(path.join(t.folder, 'keyring.previous.json'), old)
    sweepStores(next)
    expect(readFileSync(path.join(t.folder, 'keyring.previous.json'))).toEqual(readFileSync(path.join(t.folder, 'keyring.json')))
    expect(stores(t.folder)).toEqual([path.basename(next.anchorFile), path.basename(next.storeFile)])
  })
})
