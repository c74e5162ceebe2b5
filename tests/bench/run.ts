import { benchDataSet } from './data-set.ts'
import { bundleFigures } from './bundle-figures.ts'
import { coreFigures } from './core-figures.ts'
import { isSkipped, type Result } from './figure.ts'
import { importFigures } from './import-figures.ts'
import { openBenchStore } from './open-bench-store.ts'
import { rendererFigures } from './renderer-figures.ts'
import { asTable, writeReport } from './report.ts'
import { storeFigures } from './store-figures.ts'

/** `npm run bench [-- --json] [-- --only store,core,import,renderer,bundle]`. The report's last whole run is kept in the README beside this file. */
async function run(args: readonly string[]): Promise<void> {
  const json = args.includes('--json')
  const only = args.find((_, i) => args[i - 1] === '--only')?.split(',')
  const wants = (group: string): boolean => only === undefined || only.includes(group)
  const say = (line: string): void => { process.stderr.write(`${line}\n`) }
  const results: Result[] = []
  const add = (more: readonly Result[]): void => {
    results.push(...more)
    if (json) for (const result of more) process.stdout.write(`${JSON.stringify(result)}\n`)
  }
  if (wants('bundle')) add(await bundleFigures())
  if (wants('import')) add(await importFigures())
  if (wants('store') || wants('core') || wants('renderer')) {
    const dataSet = await benchDataSet(undefined, say)
    if (wants('store')) {
      const store = await openBenchStore(dataSet)
      try {
        add(await storeFigures(store))
      } finally {
        store.close()
      }
    }
    if (wants('core')) add(await coreFigures(dataSet))
    if (wants('renderer')) add(await rendererFigures(dataSet))
  }
  if (!json) process.stdout.write(`${asTable(results)}\n`)
  if (only === undefined) writeReport(results)
  process.exitCode = results.every(result => isSkipped(result) || result.pass) ? 0 : 1
}

await run(process.argv.slice(2))
