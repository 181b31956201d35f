import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { ariaTexts } from './.ci/aria-texts.mjs'
import { compiledAtOnce, pageGroups, shellAhead, worldGroups } from './.ci/chunks.mjs'
import { parkFiles } from './.ci/park-files-plugin.mjs'
import { shellCache } from './.ci/shell-cache-plugin.mjs'

/**
 * zod tries whether it may make code from text, which a strict Content-Security-Policy reports as a violation each time.
 * It has a switch for that, but schemas are made before any module of ours can throw it.
 */
const zodWithoutEval = {
  name: 'parkscope-zod-without-eval',
  apply: 'build' as const,
  transform(code: string, id: string) {
    if (!id.endsWith('/zod/v4/core/core.js')) return undefined
    const settings = '__zod_globalConfig = {}'
    if (!code.includes(settings)) throw new Error('zod keeps its settings elsewhere now')
    return { code: code.replace(settings, '__zod_globalConfig = { jitless: true }'), map: null }
  },
}

/**
 * The libraries of sheets pack and unpack large files in workers made from text, which a strict
 * Content-Security-Policy refuses without a word: the file would never come. They run in workers of ours anyway.
 */
const IN_PLACE: Readonly<Record<string, readonly [string, string]>> = {
  '/write-excel-file/modules/zip/zipToArrayBuffer.js': [
    "import { zip } from 'fflate'",
    "import { zipSync } from 'fflate'; const zip = (files, done) => done(null, zipSync(files))",
  ],
  '/read-excel-file/modules/zip/unzipFromArrayBuffer.js': [
    "import { unzip } from 'fflate'",
    "import { unzipSync } from 'fflate'; const unzip = (archive, done) => { try { done(null, unzipSync(archive)) } catch (error) { done(error, null) } }",
  ],
}

const sheetsInPlace = {
  name: 'parkscope-sheets-in-place',
  apply: 'build' as const,
  transform(code: string, id: string) {
    const found = Object.entries(IN_PLACE).find(([file]) => id.endsWith(file))
    if (!found) return undefined
    const [file, [before, after]] = found
    if (!code.includes(before)) throw new Error(`${file} packs in another way now`)
    return { code: code.replace(before, after), map: null }
  },
}

/**
 * `--mode live` builds without any mock; every other mode carries the simulated park as lazy chunks.
 * The base is relative so that any static host serves the build at any sub-path.
 */
export default defineConfig(({ mode }) => ({
  base: './',
  plugins: [
    react(),
    ariaTexts,
    shellAhead(),
    zodWithoutEval,
    sheetsInPlace,
    parkFiles(),
    compiledAtOnce(),
    ...(mode === 'live' ? [shellCache()] : []),
  ],
  define: { __DEMO__: JSON.stringify(mode !== 'live') },
  build: {
    target: 'es2023',
    manifest: true,
    outDir: mode === 'live' ? 'dist-live' : 'dist',
    chunkSizeWarningLimit: 2000,
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: pageGroups() } } },
  },
  worker: {
    format: 'es' as const,
    plugins: () => [zodWithoutEval, sheetsInPlace, parkFiles({ emits: true })],
    // Workers have bundles of their own, outside the manifest: the folder tells bench and budget what their chunks are.
    rolldownOptions: {
      output: {
        codeSplitting: { groups: worldGroups() },
        chunkFileNames: 'assets/worker/[name]-[hash].js',
      },
    },
  },
  test: {
    testTimeout: 30_000,
    // Half of the cores is the default; the other half would stand idle.
    maxWorkers: '100%',
    // Not `Intl`: a formatter made while time stood still would be kept by the code under test, and take the instant 0
    // for "now" in every file after.
    fakeTimers: {
      toFake: [
        'setTimeout',
        'clearTimeout',
        'setInterval',
        'clearInterval',
        'setImmediate',
        'clearImmediate',
        'Date',
        'performance',
      ],
    },
    css: { modules: { classNameStrategy: 'non-scoped' as const } },
    projects: [
      // Logic keeps nothing between files but what it may share: parks and worlds are opened once for many files.
      {
        extends: true,
        test: {
          name: 'logic',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/fuzz/**'],
          environment: 'node',
          isolate: false,
          setupFiles: ['tests/later-code.ts', ...(mode === 'laws' ? ['tests/many-cases.ts'] : [])],
        },
      },
      // Thousands of broken answers fill the logs of refusals, which others would find full.
      { extends: true, test: { name: 'fuzz', include: ['tests/fuzz/**/*.test.ts'], environment: 'node' } },
      {
        extends: true,
        test: {
          name: 'page',
          include: ['tests/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['tests/setup.ts'],
          // As in a browser: a machine that stands still for a moment is no fault of the product, and is told at the end.
          // Logic has no second try: a law that a rare case breaks would seem to hold.
          retry: 1,
        },
      },
    ],
  },
}))
