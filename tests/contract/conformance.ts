import { runConformance } from './conformance/run-conformance.ts'

/** `npm run conformance -- <base URL>` runs the contract against a server; exit status 1 when it breaks it. */
const baseUrl = process.argv[2]
if (baseUrl === undefined || !URL.canParse(baseUrl)) {
  console.error('usage: npm run conformance -- <base URL>, for instance http://127.0.0.1:8787')
  process.exitCode = 2
} else {
  const report = await runConformance(baseUrl, console.log)
  console.log(`${report.passed} passed, ${report.failed} failed`)
  process.exitCode = report.failed > 0 ? 1 : 0
}
