import { checkAlarms } from './alarm-checks.ts'
import { checkErrors } from './error-checks.ts'
import { checkGeometry } from './geometry-checks.ts'
import { HttpProbe } from './http-probe.ts'
import { checkLive } from './live-checks.ts'
import { checkMasterData, checkParks } from './park-checks.ts'
import { checkRegisters } from './register-checks.ts'
import { checkReadings } from './reading-checks.ts'
import { Report, expectThat } from './report.ts'
import { checkShift } from './shift-checks.ts'
import { checkWallLinks } from './wall-link-checks.ts'

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
  await checkRegisters(report, probe, parkId)
  await checkErrors(report, probe, parkId, pointIds[0] ?? 'no-point')
  await checkAlarms(report, probe, parkId)
  await checkShift(report, probe, parkId)
  await checkWallLinks(report, probe, parkId)
  await checkLive(report, probe, baseUrl, parkId)
  return report
}
