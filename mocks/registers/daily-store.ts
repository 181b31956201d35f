import type { DailyRevision, DailyReport } from '../../src/contract/daily.ts'
import { problem } from '../../src/contract/problem.ts'
import { diffReports } from '../../src/domain/daily/diff-reports.ts'
import { ProblemError, badParameter } from '../problem-error.ts'

/** Issued daily reports of one park, by date. A revision that was issued is never touched again. */
export class DailyStore {
  readonly #days = new Map<string, DailyRevision[]>()

  revisions(date: string): DailyRevision[] {
    return [...(this.#days.get(date) ?? [])]
  }

  issue(
    date: string,
    input: { after: number; reason: string | null; report: DailyReport },
    by: { role: string; nowMs: number },
  ): DailyRevision {
    if (input.report.date !== date) throw badParameter('report.date', `the report is of ${input.report.date}`)
    const issued = this.#days.get(date) ?? []
    const last = issued.at(-1) ?? null
    if (input.after !== issued.length) {
      const detail = `revision ${issued.length} was issued meanwhile`
      throw new ProblemError(problem('conflict', 409, 'Conflict', { detail, field: 'after' }))
    }
    if (last !== null && input.reason === null) throw badParameter('reason', 'a revision says why')
    const revision: DailyRevision = {
      revision: issued.length + 1,
      issuedAt: new Date(by.nowMs).toISOString(),
      issuedBy: by.role,
      reason: last === null ? null : input.reason,
      changes: last === null ? [] : diffReports(last.report, input.report),
      report: structuredClone(input.report),
    }
    this.#days.set(date, [...issued, revision])
    return revision
  }
}
