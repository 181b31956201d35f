import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * A quiet, offline browser that draws as Chromium does on a machine without a graphics card, whatever this one has: the
 * page by the processor, WebGL by software GL. To put the page together in software GL as well, as no browser does by
 * itself, costs some 50 ms of processor for each of its frames.
 */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
]

/** Path of a Chromium on this machine, or null. `CHROMIUM_PATH` wins. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) return existsSync(named) ? named : null
  return PLACES.find((place) => existsSync(place)) ?? null
}

/** Installs Debian's package where this process may; its path, or null. */
function installChromium() {
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!mayInstall) return null
  console.log('No Chromium found: installing the Debian package "chromium"')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const command of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    spawnSync('apt-get', command, { stdio: ['ignore', 'ignore', 'inherit'], env })
  }
  return findChromium()
}

/** Path of a Chromium, installed if need be; ends the process with advice where that is not possible. */
export function ensureChromium() {
  const path = findChromium() ?? installChromium()
  if (path === null) {
    console.error(
      'The browser tests need Chromium and none was found.\n' +
        'Install it (Debian, Ubuntu: "apt-get install chromium") or set CHROMIUM_PATH to its executable.',
    )
    process.exit(1)
  }
  return path
}
