import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { programSources } from '../../electron/platform/program-path.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const fromRoot = (path: string): string => resolve(root, path)

/** Shells first, then the programs they and the core start. */
const mainEntries = { main: 'main.ts', browser: 'browser.ts', cli: 'cli.ts', ...programSources }

function existingEntries(entries: Readonly<Record<string, string>>): Record<string, string> {
  const files = Object.entries(entries).map(([name, path]) => [name, fromRoot(`electron/${path}`)] as const)
  return Object.fromEntries(files.filter(([, path]) => existsSync(path)))
}

/** The driver carries a native binary and `electron` is given by the runtime. Everything else is bundled, because an installer holds no other package. */
const external = ['electron', /^electron\//, 'better-sqlite3-multiple-ciphers', /^better-sqlite3-multiple-ciphers\//, /^node:/]

/** The build of fflate for Node has a `var require` that collides with the bundler's own; the one for browsers does the same work without. */
const alias = { fflate: fromRoot('node_modules/fflate/esm/browser.js') }

const define = { __CASEBOARD_RELEASE__: JSON.stringify(process.env['CASEBOARD_RELEASE'] === 'yes') }

export default defineConfig({
  main: {
    root,
    define,
    resolve: { alias },
    build: {
      outDir: fromRoot('out/main'),
      externalizeDeps: false,
      minify: false,
      rollupOptions: {
        input: existingEntries(mainEntries),
        external,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
      },
    },
  },
  ...(existsSync(fromRoot('electron/preload.ts')) && {
    preload: {
      root,
      define,
      build: {
        outDir: fromRoot('out/preload'),
        externalizeDeps: false,
        minify: false,
        rollupOptions: {
          input: { preload: fromRoot('electron/preload.ts') },
          external: ['electron'],
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    },
  }),
  ...(existsSync(fromRoot('renderer/index.html')) && {
    renderer: {
      root: fromRoot('renderer'),
      base: './',
      define,
      plugins: [react()],
      html: { cspNonce: '__CSP_NONCE__' },
      build: {
        outDir: fromRoot('out/renderer'),
        emptyOutDir: true,
        minify: 'oxc',
        cssMinify: 'lightningcss',
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 1500,
        rollupOptions: { input: fromRoot('renderer/index.html') },
      },
    },
  }),
})
