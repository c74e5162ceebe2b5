/** What preload script and main process call each other by. */
export const ipcChannels = { invoke: 'workstation:invoke', shell: 'workstation:shell', event: 'workstation:event' } as const
