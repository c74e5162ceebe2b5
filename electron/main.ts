import { app, BrowserWindow, clipboard, dialog, ipcMain, Menu, powerMonitor, protocol, session, utilityProcess } from 'electron'
import { runCli } from './cli/run.ts'
import { registerIpc } from './ipc/register.ts'
import { ipcChannels } from './ipc/channel-names.ts'
import { isRelease } from './platform/build-kind.ts'
import { systemClock } from './platform/clock.ts'
import { createCoreHost } from './platform/core-host.ts'
import { createFileBox } from './platform/file-box.ts'
import { fileLog } from './platform/log.ts'
import { readArguments } from './shell/arguments.ts'
import { openProfile, type OpenProfile } from './shell/open-profile.ts'
import { secondStartNotice, startRefusal } from './windows/argv-guard.ts'
import { createAssets } from './windows/assets.ts'
import { builtFolder } from './windows/built-files.ts'
import { guardContents } from './windows/guard-contents.ts'
import { guardSession, memoryPartition } from './windows/guard-session.ts'
import { lockOnLeave } from './windows/lock-on-leave.ts'
import { menuTemplate, type MenuItem } from './windows/menu.ts'
import { mendWindow, noteChildProcesses } from './windows/mend-window.ts'
import { appPage, appScheme, isOwnAddress } from './windows/origin.ts'
import { pdfOptions, shellServices } from './windows/shell-services.ts'
import { utilityProcesses } from './windows/utility-processes.ts'
import { webPreferences } from './windows/web-preferences.ts'

/** The Electron shell, in the order of a start: refuse what is unsafe, take the profile, start the core, open the window. */
const developerTools = !app.isPackaged && !isRelease
const words = app.isPackaged ? process.argv.slice(1) : process.argv.slice(2)

function refuseStart(sentence: string): void {
  dialog.showErrorBox('Caseboard', sentence)
  app.exit(2)
}

async function start(): Promise<void> {
  const wanted = readArguments(words.filter(word => isRelease || !word.startsWith('--remote-debugging') && !word.startsWith('--inspect')))
  if (!wanted.ok) return refuseStart(wanted.sentence)
  await app.whenReady()
  try {
    await open(openProfile(wanted.value, systemClock()))
  } catch (error) {
    refuseStart(error instanceof Error ? error.message : 'Caseboard cannot start.')
  }
}

async function open(profile: OpenProfile): Promise<void> {
  const log = fileLog(profile.folder, systemClock())
  const files = createFileBox()
  const host = createCoreHost({ maker: utilityProcesses(utilityProcess), files, settings: { profileFolder: profile.folder, shell: 'electron', demo: profile.demo, demoCaseload: true } })
  endTidily(async () => {
    await host.stop()
    profile.release()
  })
  await host.ready()
  const memory = session.fromPartition(memoryPartition, { cache: false })
  await guardSession(memory, createAssets(builtFolder('renderer'), 'electron'))
  const window = createWindow(memory, profile.demo)
  const services = shellServices(files, {
    async chooseFiles({ accept, folder }) {
      const filters = accept.length === 0 ? [] : [{ name: 'Files', extensions: accept.map(ending => ending.replace(/^\./, '')) }]
      const { filePaths } = await dialog.showOpenDialog(window, { properties: folder ? ['openDirectory'] : ['openFile', 'multiSelections'], filters })
      return filePaths
    },
    async choosePlace(name) {
      const { filePath, canceled } = await dialog.showSaveDialog(window, { defaultPath: name })
      return canceled || filePath === '' ? null : filePath
    },
    print: () => new Promise(resolve => { window.webContents.print({ silent: false }, resolve) }),
    pdf: () => window.webContents.printToPDF({ ...pdfOptions }),
    clipboard,
    quit: () => { app.quit() },
  })
  registerIpc(ipcMain, { isOwnPage: isOwnAddress, isOwnWindow: id => id === window.webContents.id, request: host.request, shell: services })
  host.onEvent(({ name, data }) => { if (!window.isDestroyed()) window.webContents.send(ipcChannels.event, name, data) })
  lockOnLeave(powerMonitor, reason => { void host.lock(reason) })
  mendWindow(window.webContents, log)
  noteChildProcesses(app, log)
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ lock: () => { void host.lock('asked') }, press: key => { pressKey(window, key) } }, { developerTools }).map(asElectronItem)))
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  await window.loadURL(appPage)
}

async function runCommandLine(given: readonly string[]): Promise<void> {
  app.enableSandbox()
  await app.whenReady()
  app.exit(await runCli(given, utilityProcesses(utilityProcess)))
}

function endSecondStart(): void {
  const notice = secondStartNotice(words)
  if (notice !== null) dialog.showErrorBox('Caseboard', notice)
  app.exit(0)
}

function createWindow(memory: Electron.Session, demo: boolean): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440, height: 900, minWidth: 1024, minHeight: 640, show: false, title: 'Caseboard',
    webPreferences: { ...webPreferences, session: memory, preload: `${builtFolder('preload')}preload.cjs`, devTools: developerTools },
  })
  // Screen recorders see a black window (Windows, older macOS). A demo is there to be shown.
  window.setContentProtection(!demo)
  window.on('page-title-updated', event => { event.preventDefault() })
  window.once('ready-to-show', () => { window.show() })
  return window
}

/** What the menu offers is the page's own key: one place decides what it does, and when it may. */
function pressKey({ webContents }: BrowserWindow, keyCode: string): void {
  for (const type of ['keyDown', 'keyUp'] as const) webContents.sendInputEvent({ type, keyCode })
}

function asElectronItem({ submenu, ...item }: MenuItem): Electron.MenuItemConstructorOptions {
  return submenu === undefined ? item : { ...item, submenu: submenu.map(asElectronItem) }
}

/** The window is gone before the key is: quitting waits for the core. */
function endTidily(end: () => Promise<void>): void {
  let isEnding = false
  app.on('window-all-closed', () => { app.quit() })
  app.on('will-quit', event => {
    if (isEnding) return
    isEnding = true
    event.preventDefault()
    void end().finally(() => { app.exit(0) })
  })
}

const refusal = startRefusal(process.argv.slice(1), process.env, isRelease)
if (refusal !== null) refuseStart(refusal)
// `caseboard cli …`, which the installed launcher calls: no window, and beside an open one it is told that the profile is in use.
else if (words[0] === 'cli') void runCommandLine(words.slice(1))
else if (!app.requestSingleInstanceLock()) endSecondStart()
else {
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } }])
  app.enableSandbox()
  app.on('web-contents-created', (_event, contents) => { guardContents(contents, { developerTools }) })
  void start()
}
