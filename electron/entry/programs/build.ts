import { buildWhenStale } from '../build-when-stale.ts'

/** `npm run build`: bundles `out/` when a source changed; `--release` makes the bundles of an installer. */
process.exitCode = (await buildWhenStale(process.argv.includes('--release') ? 'release' : 'development')) ? 0 : 1
