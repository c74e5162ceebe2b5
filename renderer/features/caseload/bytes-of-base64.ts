/** The bytes a base64 text stands for; files cross the bridge as text because envelopes are JSON. */
export const bytesOfBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), character => character.charCodeAt(0))
