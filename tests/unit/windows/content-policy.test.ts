import { expect, test } from 'vitest'
import { contentPolicy } from '#electron/windows/content-policy.ts'

const parts = (policy: string): string[] => policy.split('; ')

test('the shells differ in what the page may connect to and in nothing else', () => {
  const electron = parts(contentPolicy('electron', 'N'))
  const browser = parts(contentPolicy('browser', 'N'))
  expect(electron.filter(part => !browser.includes(part))).toEqual(["connect-src 'none'"])
  expect(browser.filter(part => !electron.includes(part))).toEqual(["connect-src 'self'"])
})

test('nothing is allowed that appendix D does not allow, but styles with this load’s nonce', () => {
  const policy = contentPolicy('electron', 'abc')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("style-src 'self' 'nonce-abc'")
  for (const directive of ["base-uri 'none'", "object-src 'none'", "form-action 'none'", "frame-src 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'"]) expect(parts(policy)).toContain(directive)
  expect(policy).not.toMatch(/unsafe|https?:|\*|blob:/)
})
