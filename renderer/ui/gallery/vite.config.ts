import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Builds the gallery, which no product build contains: `npx vite build -c renderer/ui/gallery/vite.config.ts`. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  cacheDir: '../../../node_modules/.cache/vite-gallery',
  plugins: [react()],
  html: { cspNonce: '__CSP_NONCE__' },
  build: { outDir: '../../../out/gallery', emptyOutDir: true, minify: 'oxc', rollupOptions: { input: `${import.meta.dirname}/gallery.html` }, chunkSizeWarningLimit: 3000 },
})
