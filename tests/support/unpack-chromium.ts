import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflate } from '@sparticuz/chromium'
import manifest from '../../package.json' with { type: 'json' }

// A program: prints the folder of the unpacked Chromium. Started by chromium.ts.
const cache = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url))
const archives = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../bin')
const target = join(cache, `chromium-${manifest.devDependencies['@sparticuz/chromium']}`)

/** The package's own file names /tmp/fonts, which is not ours to fill; without any font every text is invisible. */
const fontsConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${target}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${target}/fonts-cache</cachedir>
</fontconfig>
`

async function unpack(): Promise<void> {
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'unpacking-'))
  process.env['TMPDIR'] = folder
  for (const name of ['chromium.br', 'al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br']) await inflate(join(archives, name))
  writeFileSync(join(folder, 'fonts/fonts.conf'), fontsConfiguration)
  moveIntoPlace(folder)
}

/** Whole or not at all; when two runs unpack at once, the second finds the place taken and throws its copy away. */
function moveIntoPlace(folder: string): void {
  try {
    renameSync(folder, target)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    if (!existsSync(target)) throw error
  }
}

if (!existsSync(target)) await unpack()
process.stdout.write(`${target}\n`)
