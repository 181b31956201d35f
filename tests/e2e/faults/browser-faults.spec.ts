import { test } from '@playwright/test'
import { BROWSER_FAULTS } from './fault-list.ts'
import { Rig } from './rig.ts'
import { ALL_SCREENS, MAIN_SCREENS } from './screens.ts'

const groups = process.env['PARKSCOPE_FAULTS'] === 'all' ? ALL_SCREENS : [MAIN_SCREENS]

for (const screens of groups) {
  const names = screens.map(({ id }) => id).join(', ')
  test.describe(`${names} under faults: no crash, no number that lies, back without a reload`, () => {
    let rig: Rig | null = null

    test.beforeAll(async ({ browser }) => {
      test.setTimeout(300_000)
      rig = await Rig.start(browser, screens)
    })

    test.afterAll(() => rig?.stop())

    for (const fault of BROWSER_FAULTS) {
      test(fault.name, async () => {
        test.setTimeout(300_000)
        if (!rig) throw new Error('the rig has not started')
        await fault.inject(rig)
        await rig.changeAlarms()
        const healedMs = Date.now()
        rig.relay.heal()
        await rig.recovered(healedMs)
      })
    }
  })
}
