import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { inProject } from '../project-root.ts'
import { noticesText, shippedPackages } from '../notices-text.ts'

/** `npm run notices`: writes THIRD_PARTY_NOTICES from the lock file and the installed packages. */
const lock: unknown = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'))
const packages = shippedPackages(lock)

function licenceText(path: string): string | null {
  const folder = inProject(path)
  if (!existsSync(folder)) return null
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying|notice)([.-].*)?$/i.test(name))
  return file === undefined ? null : readFileSync(`${folder}/${file}`, 'utf8')
}

writeFileSync(inProject('THIRD_PARTY_NOTICES'), noticesText(packages, licenceText))
process.stdout.write(`THIRD_PARTY_NOTICES: ${packages.length} packages\n`)
