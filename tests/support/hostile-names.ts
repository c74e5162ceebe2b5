/** The 24 names of security.md, appendix G: a naive join escapes its folder for 6 of them. */
export const hostileNames: readonly string[] = [
  '../x', '..\\x', '/etc/passwd', 'C:\\Windows\\x', 'a/../../x', '....//x', '%2e%2e/x', 'x\u0000.pdf', 'CON', 'nul.txt', 'a:b', 'a.pdf:ads', ' .. /x', '\u202Efdp.exe', 'x'.repeat(300), '.', '..', '',
  'COM1.pdf', 'a\nb', '~root', '\\\\srv\\share\\x', 'x.', 'x ',
]
