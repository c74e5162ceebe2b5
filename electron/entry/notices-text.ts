/** A package that is part of the product: bundled into `out/` or beside it. */
export interface ShippedPackage {
  readonly name: string
  readonly version: string
  readonly license: string
  /** Its folder, from the project root. */
  readonly path: string
}

/** Every package the lock file does not mark as for development, by name and version. */
export function shippedPackages(lock: unknown): ShippedPackage[] {
  const entries = Object.entries(field(lock, 'packages') ?? {})
  const shipped = entries.filter(([path, entry]) => path.startsWith('node_modules/') && isShipped(entry))
  return shipped.map(([path, entry]) => describe(path, entry)).toSorted((a, b) => compare(a.name, b.name) || compare(a.version, b.version))
}

function isShipped(entry: unknown): boolean {
  return field(entry, 'dev') !== true && field(entry, 'devOptional') !== true && field(entry, 'link') !== true && field(entry, 'peer') !== true
}

function describe(path: string, entry: unknown): ShippedPackage {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
  return { name, path, version: text(field(entry, 'version')), license: text(field(entry, 'license')) }
}

/** A public source whose figures ship with the product, under a licence that asks to be named. */
export interface ShippedSource {
  readonly title: string
  readonly url: string
  readonly licence: string
}

/** The sources of the recovery figures whose licence asks to be named; figures alone ("facts only") and our own text do not. */
export function namedSources(recovery: unknown): ShippedSource[] {
  const sources = Object.values(field(recovery, 'sources') ?? {}).map(source => ({ title: text(field(source, 'title')), url: text(field(source, 'url')), licence: text(field(source, 'licence')) }))
  return sources.filter(({ licence }) => licence.includes('OGL') || licence.includes('Open Content')).toSorted((a, b) => compare(a.title, b.title))
}

/** Name and licence of each questionnaire or scale that the product knows. */
export function instrumentNotices(instruments: unknown): string[] {
  const list = field(instruments, 'instruments')
  return Array.isArray(list) ? list.map(each => `${text(field(each, 'name'))}: ${text(field(each, 'licence'))}`) : []
}

/** The part about data: attributions in the words the licences ask for, then the sources. */
export function dataNotices(sources: readonly ShippedSource[], instruments: readonly string[]): string {
  const named = sources.map(({ title, url, licence }) => `  ${title} (${licence})\n    ${url}`)
  const head = 'Contains public sector information licensed under the Open Government Licence v3.0\n(https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/)\nand information of NICE under the UK Open Content Licence.'
  return `${'-'.repeat(80)}\nRecovery figures\n\n${head}\n\n${named.join('\n')}\n\n${'-'.repeat(80)}\nInstruments\n\n${instruments.map(line => `  ${line}`).join('\n')}\n`
}

/** The notices file: a list, then each distinct licence text once with the packages it covers. */
export function noticesText(packages: readonly ShippedPackage[], licenceText: (path: string) => string | null): string {
  const list = packages.map(({ name, version, license }) => `  ${name} ${version} (${license})`)
  const texts = new Map<string, string[]>()
  for (const { name, path } of packages) {
    const body = licenceText(path)?.replaceAll('\r\n', '\n').trim()
    if (body !== undefined && body !== '') texts.set(body, [...(texts.get(body) ?? []), name])
  }
  const sections = [...texts].map(([body, names]) => `${'-'.repeat(80)}\n${names.join(', ')}\n\n${body}\n`)
  return `Caseboard contains these packages, each under its own licence.\nMade by "npm run notices" from package-lock.json.\n\n${list.join('\n')}\n\n${sections.join('\n')}`
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : 'unknown'
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
