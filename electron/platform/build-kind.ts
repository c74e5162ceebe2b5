declare const __CASEBOARD_RELEASE__: boolean | undefined

/**
 * True only in bundles made by `npm run dist`. Switches that exist for tests (a fixed day, a debugging port) stand behind
 * `if (!isRelease)`; the bundler replaces the constant, so a release does not contain them.
 */
export const isRelease: boolean = typeof __CASEBOARD_RELEASE__ !== 'undefined' && __CASEBOARD_RELEASE__
