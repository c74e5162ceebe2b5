/** Switches that open the program to others: a debugger, a log of all traffic, an extension, another sandbox (E21). */
const dangerous = [
  'remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address', 'remote-allow-origins', 'inspect', 'inspect-brk', 'inspect-port', 'inspect-wait', 'debug', 'debug-brk',
  'js-flags', 'no-sandbox', 'disable-sandbox', 'disable-gpu-sandbox', 'disable-setuid-sandbox', 'disable-web-security', 'load-extension', 'disable-extensions-except', 'log-net-log', 'net-log-capture-mode',
  'user-data-dir', 'disable-site-isolation-trials', 'allow-running-insecure-content', 'ignore-certificate-errors', 'proxy-server', 'host-resolver-rules', 'host-rules', 'enable-logging', 'log-file', 'v',
  'vmodule', 'renderer-cmd-prefix', 'utility-cmd-prefix', 'gpu-launcher', 'ppapi-plugin-launcher', 'require', 'r', 'import', 'experimental-loader', 'crash-dumps-dir', 'enable-crash-reporter', 'app-shell-host-window-bounds',
]
const dangerousPrefixes = ['inspect', 'remote-debugging', 'heapsnapshot', 'heap-prof', 'cpu-prof', 'report-', 'disable-features', 'enable-features', 'enable-blink-features']

/** Variables by which the runtime could be made to run other code or to write what it sees (E23). The fuses switch off the first three as well. */
const dangerousVariables = ['NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS', 'ELECTRON_RUN_AS_NODE', 'ELECTRON_ENABLE_LOGGING', 'ELECTRON_LOG_FILE', 'ELECTRON_NO_ASAR', 'ELECTRON_OVERRIDE_DIST_PATH', 'SSLKEYLOGFILE']

/** The first switch of the command line that must not be there, null when there is none. Both dashes and their absence on Windows (`/`) count. */
export function dangerousSwitch(words: readonly string[]): string | null {
  for (const word of words) {
    const name = /^(?:--?|\/)([^=\s]+)/.exec(word)?.[1]?.toLowerCase()
    if (name !== undefined && (dangerous.includes(name) || dangerousPrefixes.some(prefix => name.startsWith(prefix)))) return name
  }
  return null
}

export function dangerousVariable(environment: Readonly<Record<string, string | undefined>>): string | null {
  return dangerousVariables.find(name => environment[name] !== undefined && environment[name] !== '') ?? null
}

/** What a second start says when it asked for another profile than the one that is open; null when it only brings the window to the front. */
export function secondStartNotice(words: readonly string[]): string | null {
  const asked = words.find(word => word === '--demo' || word === '--profile' || word.startsWith('--profile='))
  return asked === undefined ? null : `Caseboard is open already, so “${asked.split('=')[0] ?? asked}” was not followed. Its window was brought to the front. Quit it first, then start again.`
}

/** Why this start is refused, null when it is not. Tests drive the unpackaged app with debugging switches: only where `isRelease` is false. */
export function startRefusal(words: readonly string[], environment: Readonly<Record<string, string | undefined>>, isRelease: boolean): string | null {
  if (!isRelease && environment['CASEBOARD_DRIVEN_BY_TESTS'] === 'yes') return null
  const named = dangerousSwitch(words) ?? (isRelease ? dangerousVariable(environment) : null)
  return named === null ? null : `Caseboard does not start with "${named}": it would open patient data to other programs.`
}
