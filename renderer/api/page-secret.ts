// The one use of the tab's storage: no patient text, only the way back after a reload.
const KEY = 'caseboard-page'

/**
 * The secret this page was opened with: from the address of the first load, or left by this tab's page before a reload. Taken once; neither the
 * address nor the tab's storage keeps it while the page lives.
 */
export function takePageSecret(): string | null {
  const fromAddress = location.hash.slice(1)
  const fromReload = sessionStorage.getItem(KEY)
  sessionStorage.removeItem(KEY)
  if (fromAddress !== '') history.replaceState(null, '', location.pathname)
  const secret = fromAddress === '' ? fromReload : fromAddress
  return secret === '' ? null : secret
}

/** Leaves the secret for the page that a reload puts in this one's place. */
export function keepForReload(secret: string): void {
  sessionStorage.setItem(KEY, secret)
}
