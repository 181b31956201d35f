import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/**
 * `--mode live` builds without any mock; every other mode carries the simulated park as lazy chunks.
 * The base is relative so that any static host serves the build at any sub-path.
 */
export default defineConfig(({ mode }) => ({
  base: './',
  plugins: [react()],
  define: { __DEMO__: JSON.stringify(mode !== 'live') },
  build: {
    target: 'es2023',
    manifest: true,
    outDir: mode === 'live' ? 'dist-live' : 'dist',
    chunkSizeWarningLimit: 2000,
    assetsInlineLimit: 0,
  },
  worker: { format: 'es' as const },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    environment: 'node',
    setupFiles: ['tests/setup.ts'],
    testTimeout: 30_000,
    css: { modules: { classNameStrategy: 'non-scoped' as const } },
  },
}))
