import { existsSync, writeSync } from 'node:fs'
import { connect } from '#electron/store/driver.ts'
import { createDatabase, unlock } from '#electron/store/open-database.ts'
import { migrations } from '#electron/store/migrations/index.ts'
import { Store } from '#electron/store/store.ts'
import { sql } from '#electron/store/sql.ts'
import { plainId } from '#tests/support/plain-id.ts'
import { anOrigin, testAt, testKey } from '#tests/support/store.ts'

/**
 * Saves one patient with two phones and changes an older one, again and again; prints each number after the save has returned.
 *   save-forever.ts STORE [TRANSACTIONS [unsafe]]      `unsafe`: the same rows on a connection with the build's own synchronous=NORMAL
 */
const [file = '', transactions = 'Infinity', mode = 'safe'] = process.argv.slice(2)
const anchorFile = file.replace(/\.db$/, '.anchor')
const last = Number(transactions)

function saveSafely(): void {
  const options = { file, anchorFile, key: testKey, at: testAt, cacheKiB: 4_096 }
  const store = existsSync(file) ? Store.open(options) : Store.create(options)
  let n = Number(store.read(db => db.get(sql`SELECT count(*) AS n FROM patient`))?.['n'])
  writeSync(1, 'ready\n')
  while (n < last) {
    n++
    const id = plainId('patient', n)
    store.write(anOrigin({ commandId: plainId('command', n), channel: 'patients.add' }), db => {
      db.run(sql`INSERT INTO patient (id, version, family_name, sort_name, sex, deceased, created_at, updated_at) VALUES (${id}, 1, ${'Sample '.repeat(20)}, ${`sample${n}`}, 'unknown', 'unknown', ${testAt}, ${testAt})`)
      for (const k of [1, 2]) db.run(sql`INSERT INTO patient_telecom (id, version, patient_id, kind, value, position) VALUES (${plainId('telecom', n * 2 + k)}, 1, ${id}, 'phone', '555-0100', ${k})`)
      db.run(sql`UPDATE patient SET version = version + 1 WHERE id = ${id}`)
      db.audit({ action: 'patient.added', entity: 'patient', entityId: id, patientId: id })
    })
    writeSync(1, `${n}\n`)
    if (n % 10 === 0) store.checkpoint()
  }
}

function saveUnsafely(): void {
  createDatabase({ file, key: testKey }).close()
  const connection = connect(file)
  unlock(connection, testKey)
  connection.pragma('synchronous = NORMAL')
  for (const { up } of migrations) connection.exec(up)
  const insert = connection.prepare("INSERT INTO patient (id, version, family_name, sort_name, sex, deceased, created_at, updated_at) VALUES (?, 1, ?, ?, 'unknown', 'unknown', 'a', 'a')")
  for (let n = 1; n <= last; n++) {
    insert.run(plainId('patient', n), 'Sample '.repeat(20), `sample${n}`)
    writeSync(1, `${n}\n`)
  }
}

if (mode === 'unsafe') saveUnsafely()
else saveSafely()
