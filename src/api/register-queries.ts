import { queryOptions } from '@tanstack/react-query'
import type { DailyReport, DailyRevision } from '../contract/daily.ts'
import type { AuditEntry, ImportAnswer } from '../contract/register-endpoints.ts'
import type { RegisterId, RegisterSet } from '../contract/registers.ts'
import { call } from './call.ts'
import { callList } from './call-list.ts'
import { callRegister } from './call-register.ts'
import { FRESH_DATA, MASTER_DATA } from './query-policy.ts'

/** Everything under a park's registers: what a change of one makes stale. */
export const registersKey = (parkId: string) => ['parks', parkId, 'registers'] as const

export const criteriaQueries = {
  /** All criteria sets, active and historic; sets that break the contract are left out and counted. */
  list: () =>
    queryOptions({ queryKey: ['criteria'], queryFn: ({ signal }) => callList('criteria', { signal }), ...MASTER_DATA }),
}

export const registerQueries = {
  /** Size and rules of every register. */
  summaries: (parkId: string) =>
    queryOptions({
      queryKey: [...registersKey(parkId), 'summaries'],
      queryFn: ({ signal }) => callList('registers', { params: { parkId }, signal }),
      ...FRESH_DATA,
    }),
  /** All rows of one register that keep the contract; the others are counted in data health. */
  rows: <R extends RegisterId>(parkId: string, registerId: R) =>
    queryOptions({
      queryKey: [...registersKey(parkId), 'rows', registerId],
      queryFn: ({ signal }) => callRegister(parkId, registerId, signal),
      structuralSharing: false,
      ...FRESH_DATA,
    }),
  /** Every register at once, for the scorecard and the forms. */
  all: (parkId: string) =>
    queryOptions({
      queryKey: [...registersKey(parkId), 'all'],
      queryFn: ({ signal }) => callRegisterSet(parkId, signal),
      structuralSharing: false,
      ...FRESH_DATA,
    }),
  /** Who changed what when, newest first; of one row where it is named. */
  audit: (parkId: string, registerId: RegisterId, rowId?: string) =>
    queryOptions({
      queryKey: [...registersKey(parkId), 'audit', registerId, rowId ?? null],
      queryFn: ({ signal }) =>
        callList('registerAudit', {
          params: { parkId, registerId },
          signal,
          ...(rowId === undefined ? {} : { query: { rowId } }),
        }),
      ...FRESH_DATA,
    }),
  /** Stored results by quarter. */
  history: (parkId: string) =>
    queryOptions({
      queryKey: ['parks', parkId, 'scorecard-history'],
      queryFn: ({ signal }) => call('scorecardHistory', { params: { parkId }, signal }),
      ...MASTER_DATA,
    }),
}

async function callRegisterSet(parkId: string, signal: AbortSignal): Promise<RegisterSet> {
  const [
    tenantProfiles,
    recpSolutions,
    symbiosisExchanges,
    wasteLots,
    wasteManifests,
    violations,
    grievances,
    incidents,
    surveys,
    labResults,
    reportsIssued,
    documents,
    actions,
    fuelUse,
    targets,
    parkStatements,
  ] = await Promise.all([
    callRegister(parkId, 'tenant-profiles', signal),
    callRegister(parkId, 'recp-solutions', signal),
    callRegister(parkId, 'symbiosis-exchanges', signal),
    callRegister(parkId, 'waste-lots', signal),
    callRegister(parkId, 'waste-manifests', signal),
    callRegister(parkId, 'violations', signal),
    callRegister(parkId, 'grievances', signal),
    callRegister(parkId, 'incidents', signal),
    callRegister(parkId, 'surveys', signal),
    callRegister(parkId, 'lab-results', signal),
    callRegister(parkId, 'reports-issued', signal),
    callRegister(parkId, 'documents', signal),
    callRegister(parkId, 'actions', signal),
    callRegister(parkId, 'fuel-use', signal),
    callRegister(parkId, 'targets', signal),
    callRegister(parkId, 'park-statements', signal),
  ])
  return {
    'tenant-profiles': tenantProfiles,
    'recp-solutions': recpSolutions,
    'symbiosis-exchanges': symbiosisExchanges,
    'waste-lots': wasteLots,
    'waste-manifests': wasteManifests,
    violations,
    grievances,
    incidents,
    surveys,
    'lab-results': labResults,
    'reports-issued': reportsIssued,
    documents,
    actions,
    'fuel-use': fuelUse,
    targets,
    'park-statements': parkStatements,
  }
}

/** Fields of a row without version and source, which the server sets. */
export type RowInput = Record<string, unknown>

/** Adds a row. The same key again answers the same row and adds nothing. */
export function addRegisterRow(
  parkId: string,
  registerId: RegisterId,
  input: { row: RowInput; idempotencyKey: string },
): Promise<RowInput> {
  return call('addRegisterRow', { params: { parkId, registerId }, body: input })
}

/** Changes a row that is at `version`; HttpError 409 when somebody was faster. */
export function changeRegisterRow(
  parkId: string,
  registerId: RegisterId,
  rowId: string,
  input: { row: RowInput; version: number; idempotencyKey: string },
): Promise<RowInput> {
  return call('changeRegisterRow', { params: { parkId, registerId, rowId }, body: input })
}

/** Removes a row that is at `version`; HttpError 405 where rows are kept for good. */
export function removeRegisterRow(
  parkId: string,
  registerId: RegisterId,
  rowId: string,
  version: number,
): Promise<AuditEntry> {
  return call('removeRegisterRow', { params: { parkId, registerId, rowId }, query: { version } })
}

/** Sends up to MAX_IMPORT_ROWS rows of a sheet. */
export function importRegisterRows(
  parkId: string,
  registerId: RegisterId,
  input: { rows: { line: number; replace: boolean; row: RowInput }[]; idempotencyKey: string },
): Promise<ImportAnswer> {
  return call('importRegisterRows', { params: { parkId, registerId }, body: input })
}

export const dailyQueries = {
  /** Issued revisions of a day, oldest first; none until it is issued. */
  day: (parkId: string, date: string) =>
    queryOptions({
      queryKey: ['parks', parkId, 'daily', date],
      queryFn: ({ signal }) => call('daily', { params: { parkId, date }, signal }),
      ...FRESH_DATA,
    }),
}

/** Issues a day's report, or revises it; HttpError 409 when another revision came first. */
export function issueDaily(
  parkId: string,
  date: string,
  input: { after: number; reason: string | null; report: DailyReport; idempotencyKey: string },
): Promise<DailyRevision> {
  return call('issueDaily', { params: { parkId, date }, body: input })
}
