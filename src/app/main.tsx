import '../ui/inter.css'
import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/print.css'
import { prepareSimulator, tellLikelyPark } from './boot-ahead.ts'
import { askForFirstCode } from './first-code.ts'
import { guardSinks } from './trusted-types.ts'
import { warmCalendar } from './warm-calendar.ts'

guardSinks()
/**
 * The simulated park's worker loads while the page's own code does: on two cores neither waits for the other. It takes
 * longest, so that its few lines go before what the first picture needs, and it hears which park is wanted before
 * anything here takes its time.
 */
async function goAhead(): Promise<void> {
  await prepareSimulator()
  askForFirstCode()
  await tellLikelyPark()
  warmCalendar()
}

void goAhead()

async function start(): Promise<void> {
  const host = document.getElementById('root')
  if (!host) return
  const { boot } = await import('./boot.tsx')
  await boot(host)
}

// A start that did not come to anything leaves the page blank: `start-watch.js` asks for it anew.
start().catch((error: unknown) => console.error('The page did not start', error))
