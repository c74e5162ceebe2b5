/** Everything the window shows comes from here; no other scheme is ever loaded. */
export const appScheme = 'app'
export const appHost = 'caseboard'
export const appOrigin = `${appScheme}://${appHost}`
export const appPage = `${appOrigin}/index.html`

/** True for an address of our own page. A custom scheme has the origin `null` for URL, so its parts are compared. */
export function isOwnAddress(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.protocol === `${appScheme}:` && url.host === appHost && url.username === '' && url.password === ''
}
