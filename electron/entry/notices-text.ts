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
