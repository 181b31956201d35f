import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

/** Files that are there before anybody asks: code, styles and the letters of Vietnamese and English. */
const SHELL_FILE = /\.(js|css)$|inter-(latin|latin-ext|vietnamese)-.*\.woff2$/

/** Names below `folder` with slashes, sorted. */
export function shellFiles(folder) {
  return readdirSync(join(folder, 'assets'), { recursive: true })
    .map((name) => `./assets/${String(name).replaceAll('\\', '/')}`)
    .filter((name) => SHELL_FILE.test(name))
    .toSorted()
}

/** Vite plugin: writes `sw.js` beside the page, with the list of the files that it keeps. */
export function shellCache() {
  let folder = ''
  return {
    name: 'parkscope-shell-cache',
    apply: 'build',
    configResolved(config) {
      folder = config.build.outDir
    },
    async closeBundle() {
      const files = shellFiles(folder)
      const version = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12)
      await build({
        configFile: false,
        logLevel: 'error',
        define: { __SHELL__: JSON.stringify({ version, files }) },
        build: {
          target: 'es2023',
          outDir: folder,
          emptyOutDir: false,
          copyPublicDir: false,
          rolldownOptions: {
            input: 'src/app/shell-cache.worker.ts',
            output: { format: 'iife', entryFileNames: 'sw.js' },
          },
        },
      })
    },
  }
}
