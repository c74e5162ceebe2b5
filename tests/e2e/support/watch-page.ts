import type { Page } from '@playwright/test'

export interface PageWatch {
  /** What went wrong in the page so far: console errors, exceptions, requests to anywhere else. */
  readonly faults: string[]
}

/** Listens for everything a page must never do. */
export function watchPage(page: Page, origin: string): PageWatch {
  const faults: string[] = []
  page.on('console', message => { if (message.type() === 'error') faults.push(`console: ${message.text()}`) })
  page.on('pageerror', error => { faults.push(`exception: ${error.message}`) })
  page.on('request', request => { if (!isOwn(request.url(), origin)) faults.push(`request to ${request.url().slice(0, 120)}`) })
  return { faults }
}

function isOwn(address: string, origin: string): boolean {
  return [origin, origin.replace('http:', 'ws:'), 'app://caseboard'].some(own => address.startsWith(own)) || /^(data|blob|about):/.test(address)
}
