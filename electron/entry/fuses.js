import { join } from 'node:path'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'

/**
 * What the packaged runtime can still be made to do from outside: nothing but run this archive. `strictlyRequireAllFuses` makes a
 * fuse that a new Electron brings fail the build until someone decides it here.
 */
export const fuses = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
}

/** The program inside a packed folder, by Electron's platform name. */
export function packedProgram(folder, platform, appInfo, executableName) {
  if (platform === 'darwin' || platform === 'mas') return join(folder, `${appInfo.productFilename}.app`)
  return join(folder, platform === 'win32' ? `${appInfo.productFilename}.exe` : executableName)
}

/** Called by electron-builder once per platform, before it signs. Its own fuse setter carries an older list that lacks the last fuse. */
export async function afterPack(context) {
  const { appOutDir, electronPlatformName, packager } = context
  const program = packedProgram(appOutDir, electronPlatformName, packager.appInfo, packager.executableName)
  // An unsigned build on Apple silicon needs its ad-hoc signature again; real signing comes after this hook.
  await flipFuses(program, { ...fuses, resetAdHocDarwinSignature: electronPlatformName === 'darwin' })
}
