export function isCapable(versions: NodeJS.ProcessVersions, features: { readonly typescript?: unknown } | undefined): boolean
export function refusal(version: string): string
export function bundledNode(rootUrl: URL, platform: string, arch: string): string | null
export function enter(program: string): void
export function inheritedStreams(argv: readonly string[]): Array<'inherit' | 'ignore' | number>
