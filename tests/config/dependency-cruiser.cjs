'use strict'

/** A forbidden direction; the comment says what to do instead. */
const ban = (name, from, to, comment) => ({ name, severity: 'error', from, to, comment })
const packages = (names) => `node_modules/(${names})/`
const driver = packages('better-sqlite3[^/]*')
const dates = packages('date-fns|@date-fns/[^/]+')

const shared = [
  ban('shared-stands-alone', { path: '^shared' }, { path: '^(electron|renderer|tests|resources)' }, 'shared is imported by both sides and imports neither.'),
  ban('shared-uses-only-zod', { path: '^shared' }, { dependencyTypes: ['core', 'npm', 'npm-dev'], pathNot: `${packages('zod|date-fns|@date-fns/[^/]+')}` }, 'shared runs everywhere: no Node, no package but zod.'),
  ban('dates-have-one-door', { pathNot: '^(shared/kernel/(plain-date|instant)[.]ts|tests)' }, { path: dates }, 'Use shared/kernel/plain-date.ts or shared/kernel/instant.ts.'),
  ban('kernel-is-ground', { path: '^shared/kernel' }, { path: '^shared/', pathNot: '^shared/kernel' }, 'kernel imports nothing above it.'),
  ban('model-stands-on-kernel', { path: '^shared/model' }, { path: '^shared/(contract|domain)' }, 'model imports kernel alone.'),
  ban('contract-knows-no-domain', { path: '^shared/contract' }, { path: '^shared/domain' }, 'contract imports model and kernel.'),
  ban('domain-is-pure', { path: '^shared/domain/([^/]+)/' }, { pathNot: ['^shared/(kernel|model)/', '^shared/domain/$1/', packages('zod')] }, 'A topic uses kernel, model and itself.'),
]

const renderer = [
  ban('renderer-uses-the-bridge', { path: '^renderer' }, { path: ['^electron', packages('electron'), driver] }, 'Ask over the contract.'),
  ban('renderer-knows-no-node', { path: '^renderer' }, { dependencyTypes: ['core'] }, 'The page is sandboxed; ask over the contract.'),
  ban('features-stay-apart', { path: '^renderer/features/([^/]+)/' }, { path: '^renderer/features/', pathNot: ['^renderer/features/$1/', '/index[.]tsx?$'] }, "Use the other feature's index.ts."),
  ban('ui-is-blind', { path: '^renderer/ui' }, { path: ['^renderer/(features|api|app)', '^shared/(contract|domain)'] }, 'ui gets everything as properties.'),
  ban('ui-state-stays-small', { path: '^renderer/state' }, { path: '^renderer/(features|api|ui|app)' }, 'Stores hold UI state; server state is a query.'),
]

const electron = [
  ban('electron-draws-nothing', { path: '^electron' }, { path: '^renderer' }, 'What both sides need goes to shared.'),
  ban('sql-lives-in-store', { pathNot: '^(electron/store|tests)' }, { path: driver }, 'Only electron/store touches the driver.'),
  ban('store-is-below', { path: '^electron/store' }, { path: '^electron/(services|ipc|windows|entry)' }, 'store answers; services decide.'),
  ban('services-know-no-ipc', { path: '^electron/services' }, { path: '^electron/(ipc|windows|entry)' }, 'Handlers, jobs and tests all call services.'),
  ban('security-is-below-services', { path: '^electron/security' }, { path: '^electron/(services|ipc|windows|entry)' }, 'security gives keys and roles; services use them.'),
  ban('platform-is-ground', { path: '^electron/platform' }, { path: '^electron/(services|store|ipc|windows|entry)' }, 'platform wraps the machine and knows no use case.'),
  ban('core-runs-without-electron', { path: '^electron/(services|store|ipc/handlers|security|platform|core[.]ts|browser|cli)' }, { path: packages('electron') }, 'Only main.ts, preload.ts and windows import electron.'),
  ban('migrations-are-frozen', { path: '^electron/store/migrations' }, { path: '^(electron|shared)', pathNot: '^electron/store/migrations' }, 'Copy what it needs.'),
  ban('entry-is-outside', { path: '^electron', pathNot: '^electron/entry' }, { path: '^electron/entry' }, 'entry starts the program; the program does not know it.'),
]

const everywhere = [
  ban('product-knows-no-tests', { path: '^(electron|renderer|shared)', pathNot: '^electron/entry' }, { path: '^tests' }, 'Move it to the product or keep it in tests.'),
  ban('no-cycles', {}, { circular: true }, 'Move the shared part down a layer.'),
  ban('everything-resolves', {}, { couldNotResolve: true, pathNot: '^(electron|vite/client)$' }, 'The file or package does not exist.'),
  ban('product-packages-are-dependencies', { path: '^(electron|renderer|shared)', pathNot: '^electron/entry' }, { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: packages('electron|@types/[^/]+|vite') }, 'What ships stands in "dependencies", so that THIRD_PARTY_NOTICES lists it.'),
  ban(
    'no-orphans',
    {
      orphan: true,
      path: '^(electron|renderer|shared)',
      pathNot: ['[.]d[.]ts$', '^electron/(main|preload|core|browser|cli)[.]ts$', '^electron/entry', '-(worker|parser)[.]ts$', '^renderer/main[.]tsx$', '^renderer/public/'],
    },
    {},
    'Nothing imports it: use it or delete it.',
  ),
]

module.exports = {
  forbidden: [...shared, ...renderer, ...electron, ...everywhere],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|release|test-results)/' },
    tsPreCompilationDeps: true,
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
    cache: { folder: 'node_modules/.cache/dependency-cruiser', strategy: 'metadata' },
  },
}
