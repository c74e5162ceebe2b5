/** Everyday and hostile texts of `security.md` appendix G, and generated relatives: at least 500 different ones, the same in every run. */
export const hostileTexts: readonly string[] = [...new Set(all())]

function* all(): Generator<string> {
  const base = [
    "' OR 1=1 --", '"; DROP TABLE patient; --', "O'Neil", '"', '""', 'a"b', 'NEAR(', 'name:bob', 'AND', 'OR', 'NOT x', '*', 'a*', '^b', '{x}', '(', ')', '-', 'a-b', 'a:b', '%', '_',
    '\\', '\u0000', '💉', 'x'.repeat(1_000_000), '((((((((((', '[a-z]', 'a\u0000b', '\ud800', 'ß', '\u202Efdp', '  ', '\n', ';', '--', '/*', '`', '$1', '?1', ':id', '@x', '#', "''", "x'; SELECT 1; --",
    'NULL', 'null', '0', '-1', '1e309', '<script>alert(1)</script>', '{{7*7}}', '%s', '%00', '../x', 'İstanbul', 'ﬁ', 'e\u0301', 'Ω', '中文', 'عربى', '𝒜', 'a\tb', 'a b c d e f g h i j k l m n o p',
  ]
  yield* base
  for (const text of base) {
    const short = text.slice(0, 60)
    yield* [`Lee ${short}`, `${short} Lee`, `"${short}"`, `${short}*`, `'${short}'`, `(${short})`, `${short}${short}`, `NOT ${short} OR ${short}`]
  }
}
