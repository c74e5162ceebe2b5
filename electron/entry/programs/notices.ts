import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { inProject } from '../project-root.ts'
import { dataNotices, instrumentNotices, namedSources, noticesText, shippedPackages } from '../notices-text.ts'

/** `npm run notices`: writes THIRD_PARTY_NOTICES from the lock file, the installed packages and the data in `resources`. */
const lock: unknown = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'))
const packages = shippedPackages(lock)

function licenceText(path: string): string | null {
  const folder = inProject(path)
  if (!existsSync(folder)) return null
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying|notice)([.-].*)?$/i.test(name))
  return file === undefined ? null : readFileSync(`${folder}/${file}`, 'utf8')
}

const data = (path: string): unknown => JSON.parse(readFileSync(inProject(path), 'utf8'))
const aboutData = dataNotices(namedSources(data('resources/recovery/recovery_milestones.draft.json')), instrumentNotices(data('resources/instruments/instruments.json')))
writeFileSync(inProject('THIRD_PARTY_NOTICES'), `${noticesText(packages, licenceText)}\n${aboutData}`)
process.stdout.write(`THIRD_PARTY_NOTICES: ${packages.length} packages\n`)
