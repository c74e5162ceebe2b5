import { expect, test } from 'vitest'
import { dangerousVariable, secondStartNotice, startRefusal } from '#electron/windows/argv-guard.ts'
import { guardContents, opensDeveloperTools, type GuardedContents, type KeyInput } from '#electron/windows/guard-contents.ts'
import { guardSession, memoryPartition, type GuardedSession } from '#electron/windows/guard-session.ts'
import { lockOnLeave, type PowerEvents } from '#electron/windows/lock-on-leave.ts'
import { menuTemplate, type MenuItem } from '#electron/windows/menu.ts'
import { webPreferences } from '#electron/windows/web-preferences.ts'

test('the window preferences are exactly these, and nobody can change them (E2-E4, E6, E8-E12)', () => {
  expect(webPreferences).toEqual({
    nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false, contextIsolation: true, sandbox: true, webSecurity: true, allowRunningInsecureContent: false,
    experimentalFeatures: false, webviewTag: false, navigateOnDragDrop: false, spellcheck: false, safeDialogs: true, autoplayPolicy: 'user-gesture-required', disableDialogs: false, webgl: false, plugins: false,
  })
  expect(Object.isFrozen(webPreferences)).toBe(true)
})

test('navigation, redirects, frames, webviews and windows are all prevented (E11-E14)', () => {
  const noKey: KeyInput = { type: 'keyDown', key: '', control: false, meta: false, shift: false, alt: false }
  const listeners = new Map<string, (event: { preventDefault(): void }, input: KeyInput) => void>()
  let opened: { action: string } | null = null
  const contents: GuardedContents = {
    on: (event: string, listener: (event: { preventDefault(): void }, input: KeyInput) => void) => listeners.set(event, listener),
    setWindowOpenHandler(handler) { opened = handler() },
  }
  guardContents(contents, { developerTools: false })
  for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
    let prevented = false
    listeners.get(event)?.({ preventDefault: () => { prevented = true } }, noKey)
    expect(prevented, event).toBe(true)
  }
  expect(opened).toEqual({ action: 'deny' })
})

test('no key opens the developer tools or reloads a packaged window (E22)', () => {
  const key = (name: string, held: Partial<Record<'control' | 'meta' | 'shift' | 'alt', boolean>> = {}) => ({ key: name, control: false, meta: false, shift: false, alt: false, ...held })
  for (const pressed of [key('F12'), key('I', { control: true, shift: true }), key('j', { control: true, shift: true }), key('c', { control: true, shift: true }), key('i', { meta: true, alt: true }), key('r', { control: true }), key('F5')]) expect(opensDeveloperTools(pressed)).toBe(true)
  for (const pressed of [key('i'), key('c', { control: true }), key('k', { control: true }), key('l', { control: true })]) expect(opensDeveloperTools(pressed)).toBe(false)
})

test('the packaged menu has no developer tools and no reload (E22)', () => {
  const roles = (items: readonly MenuItem[]): unknown[] => items.flatMap(item => [item.role, ...roles(item.submenu ?? [])])
  const actions = { lock: () => undefined, press: () => undefined }
  expect(roles(menuTemplate(actions, { developerTools: false }))).not.toContain('toggleDevTools')
  expect(roles(menuTemplate(actions, { developerTools: false }))).not.toContain('reload')
  expect(roles(menuTemplate(actions, { developerTools: true }))).toContain('toggleDevTools')
})

test('Help leads to the check of the workstation, by the key the page knows', () => {
  const pressed: string[] = []
  const help = menuTemplate({ lock: () => undefined, press: key => { pressed.push(key) } }, { developerTools: false }).find(({ label }) => label === '&Help')
  expect(help?.submenu?.map(({ label }) => label)).toEqual(['Check this workstation'])
  help?.submenu?.[0]?.click?.()
  expect(pressed).toEqual(['F1'])
})

test('every permission, device, screen share, download and outside request is refused, and the session is in memory (E5, E24, E25)', async () => {
  const seen: Record<string, unknown> = {}
  const session: GuardedSession = {
    setPermissionRequestHandler(handler) {
      const granted: boolean[] = []
      for (const permission of ['media', 'geolocation', 'notifications', 'midi', 'pointerLock', 'fullscreen', 'openExternal', 'clipboard-read', 'display-capture', 'fileSystem', 'hid', 'serial', 'usb', 'unknown']) handler(null, permission, answer => granted.push(answer))
      seen['granted'] = granted.filter(Boolean).length
    },
    setPermissionCheckHandler(handler) { seen['check'] = handler() },
    setDevicePermissionHandler(handler) { seen['device'] = handler() },
    setDisplayMediaRequestHandler(handler) { handler(null, streams => { seen['streams'] = streams }) },
    setProxy(config) { seen['proxy'] = config; return Promise.resolve() },
    setSpellCheckerEnabled(enable) { seen['spell'] = enable },
    on(_event, listener) { listener({ preventDefault: () => { seen['download'] = 'prevented' } }) },
    webRequest: { onBeforeRequest(listener) { listener({ url: 'https://example.org/' }, verdict => { seen['outside'] = verdict.cancel }) } },
    protocol: { handle(scheme) { seen['scheme'] = scheme } },
  }
  await guardSession(session, () => ({ status: 404, headers: {}, body: new Uint8Array() }))
  expect(seen).toMatchObject({ granted: 0, check: false, device: false, streams: {}, spell: false, download: 'prevented', outside: true, scheme: 'app', proxy: { mode: 'fixed_servers' } })
  expect(memoryPartition).not.toMatch(/^persist:/)
})

test('each switch of E21 ends the start, with one dash, two, a slash or a value', () => {
  const switches = ['remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'inspect-brk', 'js-flags', 'no-sandbox', 'disable-web-security', 'load-extension', 'log-net-log', 'user-data-dir']
  for (const name of switches) for (const word of [`--${name}`, `--${name}=9222`, `-${name}`, `/${name}`, `--${name.toUpperCase()}`]) expect(startRefusal([word], {}, true), word).not.toBeNull()
  expect(startRefusal(['--demo'], {}, true)).toBeNull()
  expect(startRefusal(['--profile', '/data/caseboard'], {}, true)).toBeNull()
})

test('a release does not know the allowance for tests, and refuses the variables of E23', () => {
  const driven = { CASEBOARD_DRIVEN_BY_TESTS: 'yes' }
  expect(startRefusal(['--remote-debugging-port=0'], driven, false)).toBeNull()
  expect(startRefusal(['--remote-debugging-port=0'], driven, true)).not.toBeNull()
  for (const name of ['NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS', 'ELECTRON_RUN_AS_NODE', 'ELECTRON_ENABLE_LOGGING', 'ELECTRON_LOG_FILE', 'ELECTRON_NO_ASAR']) {
    expect(startRefusal([], { [name]: '1' }, true)).not.toBeNull()
    expect(dangerousVariable({ [name]: '' })).toBeNull()
  }
})

test('screen lock, sleep, shutdown and another user lock at once', () => {
  const reasons: string[] = []
  const events = new Map<string, () => void>()
  const power: PowerEvents = { on: (event, listener) => events.set(event, listener) }
  lockOnLeave(power, reason => reasons.push(reason))
  for (const listener of events.values()) listener()
  expect([...events.keys()]).toEqual(['lock-screen', 'suspend', 'shutdown', 'user-did-resign-active'])
  expect(reasons).toEqual(['screen-locked', 'suspended', 'asked', 'screen-locked'])
})

test('a second start that asked for another profile says why it ends; one that did not only brings the window to the front', () => {
  expect(secondStartNotice([])).toBeNull()
  expect(secondStartNotice(['--no-open'])).toBeNull()
  for (const words of [['--demo'], ['--profile', '/p'], ['--profile=/p']]) expect(secondStartNotice(words)).toContain('Caseboard is open already')
})
