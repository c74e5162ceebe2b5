const page = (head: string, sentence: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}<title>Caseboard</title></head><body><p>${sentence}</p></body></html>`

/** Sends the browser on to the page itself; the fragment never leaves the browser, and its secret is spent once the page has connected with the next one. */
export const goOnPage = (secret: string): string => page(`<meta http-equiv="refresh" content="0;url=/#${secret}">`, 'Opening Caseboard …')

export const noSessionPage = page('', 'This window is not connected to Caseboard. Press Enter in the terminal where Caseboard runs, and open the address it shows.')

/** The file that opens the default browser: the token never stands on a command line. */
export const redirectPage = (address: string): string => page(`<meta http-equiv="refresh" content="0;url=${address}">`, 'Opening Caseboard …')
