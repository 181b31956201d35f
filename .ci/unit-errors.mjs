import { writeFileSync } from 'node:fs'

/** A reporter of what no test caught: the run fails by it, and the report of tests does not hold it. */
export default class UnitErrors {
  onTestRunEnd(_modules, errors) {
    const said = errors.map(({ VITEST_TEST_PATH, message }) => ({ file: VITEST_TEST_PATH ?? 'unit', message }))
    writeFileSync(process.env.PARKSCOPE_UNIT_ERRORS, JSON.stringify(said))
  }
}
