/**
 * The one set of preferences every window gets (E2-E4, E6, E8-E12, E22). Written out in full, so that a changed default of Electron changes nothing;
 * frozen, so that nobody adds to it. `preload`, `session` and `devTools` are the only things a window adds.
 */
export const webPreferences = Object.freeze({
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  safeDialogs: true,
  autoplayPolicy: 'user-gesture-required',
  disableDialogs: false,
  webgl: false,
  plugins: false,
} as const)
