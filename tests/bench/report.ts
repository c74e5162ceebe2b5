import { readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { isSkipped, type Result } from './figure.ts'

const readme = new URL('README.md', import.meta.url)
const START = '<!-- last run -->'
const END = '<!-- end of last run -->'

/** The figures as a Markdown table; a skipped one says why. */
export function asTable(results: readonly Result[]): string {
  const lines = results.map(result =>
    isSkipped(result)
      ? `| ${result.name} | skipped: ${result.skipped} | | | | |`
      : `| ${result.name} | ${result.value} ${result.unit} | ${result.baseline ?? ''} | ${result.ratio ?? ''} | ${result.budget} | ${result.pass ? 'pass' : '**miss**'} |`)
  return ['| figure | value | baseline | ratio | budget | |', '|---|---|---|---|---|---|', ...lines].join('\n')
}

/** Puts the run between the markers of the README beside this file. */
export function writeReport(results: readonly Result[]): void {
  const text = readFileSync(readme, 'utf8')
  const [before, after] = [text.slice(0, text.indexOf(START) + START.length), text.slice(text.indexOf(END))]
  const machine = `${os.cpus().length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GiB, ${os.platform()}, Node ${process.versions.node}`
  writeFileSync(readme, `${before}\n${new Date().toISOString().slice(0, 10)}, ${machine}, \`npm run bench\`:\n\n${asTable(results)}\n${after}`)
}
