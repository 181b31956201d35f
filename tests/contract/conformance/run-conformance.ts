import { checkErrors } from './error-checks.ts'
import { checkGeometry } from './geometry-checks.ts'
import { HttpProbe } from './http-probe.ts'
import { checkLive } from './live-checks.ts'
import { checkMasterData, checkParks } from './park-checks.ts'
import { checkReadings } from './reading-checks.ts'
import { Report, expectThat } from './report.ts'

/** Runs the whole contract against a server. Never throws for what the server does wrong: the report says it. */
export async function runConformance(baseUrl: string, print: (line: string) => void): Promise<Report> {
  const report = new Report(print)
  const probe = new HttpProbe(baseUrl)
  const parkId = await checkParks(report, probe)
  await report.check('a park to go on with', async () => expectThat(parkId !== null, 'parks', 'items: no park offered'))
  if (parkId === null) return report
  const pointIds = await checkMasterData(report, probe, parkId)
  await checkGeometry(report, probe, parkId)
  await checkReadings(report, probe, parkId, pointIds)
  await checkErrors(report, probe, parkId, pointIds[0] ?? 'no-point')
  await checkLive(report, probe, baseUrl, parkId)
  return report
}
