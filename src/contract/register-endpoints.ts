import { z } from 'zod'
import { inPark, listOf, none, paging } from './endpoint-parts.ts'
import { dailyAnswerSchema, dailyRevisionSchema, issueDailySchema } from './daily.ts'
import { dataModeSchema, dateSchema, instantSchema } from './primitives.ts'
import { criteriaSetSchema } from './reference-criteria.ts'
import { fuelFactorsSchema } from './reference-fuels.ts'
import { rowIdSchema } from './register-fields.ts'
import { registerIdSchema } from './registers.ts'
import { scorecardHistorySchema } from './scorecard.ts'

/** Most rows of one import: a bigger sheet is sent in parts. */
export const MAX_IMPORT_ROWS = 2000

/** A row on the wire. Its fields are those of its register (`REGISTERS`); readers parse row by row. */
const anyRowSchema = z.looseObject({ id: rowIdSchema, version: z.int().min(1) })
/** Fields of a new or changed row, without version and source, which the server sets. */
const fieldsSchema = z.looseObject({ id: rowIdSchema.optional() })
/** Chosen by the sender: the same key again answers the first answer again and does nothing. */
const idempotencyKey = z.string().min(8).max(80)

export const auditActionSchema = z.enum(['create', 'change', 'remove', 'import'])
export const auditEntrySchema = z.object({
  id: z.string(),
  at: instantSchema,
  /** Role that did it. */
  role: z.string(),
  registerId: registerIdSchema,
  rowId: rowIdSchema,
  action: auditActionSchema,
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
})
export type AuditEntry = z.infer<typeof auditEntrySchema>

export const registerSummarySchema = z.object({
  id: registerIdSchema,
  rows: z.int().nonnegative(),
  /** Rows may be changed, and removed. */
  change: z.boolean(),
  removal: z.boolean(),
  /** Last change by hand; null: as it came. */
  changedAt: instantSchema.nullable(),
  changedBy: z.string().nullable(),
  dataMode: dataModeSchema,
  retention: z.enum(['stored', 'until-reload']),
})
export type RegisterSummary = z.infer<typeof registerSummarySchema>

export const importRefusalSchema = z.object({
  /** Line of the sheet that the sender named. */
  line: z.int(),
  /** Field, or null where the row as a whole is refused. */
  field: z.string().nullable(),
  /** Rule that it breaks, a key of the texts: see FAULT_RULES of the domain. */
  rule: z.string(),
  detail: z.string(),
})
export const importAnswerSchema = z.object({
  accepted: z.array(z.object({ line: z.int(), id: rowIdSchema, action: z.enum(['created', 'replaced']) })),
  refused: z.array(importRefusalSchema),
})
export type ImportAnswer = z.infer<typeof importAnswerSchema>

const inRegister = inPark.extend({ registerId: registerIdSchema })
const onRow = inRegister.extend({ rowId: rowIdSchema })
const onDay = inPark.extend({ date: dateSchema })
/** Criteria, registers, results and the daily report. Part of the endpoint table. */
export const REGISTER_ENDPOINTS = {
  criteria: {
    method: 'GET',
    path: '/reference/criteria',
    summary: 'Criteria sets of eco and smart parks, by version',
    params: none,
    query: paging,
    body: null,
    answer: listOf(criteriaSetSchema),
    status: 200,
    errors: [400, 500],
  },
  fuelFactors: {
    method: 'GET',
    path: '/reference/fuel-factors',
    summary: 'Emission factors of fuels',
    params: none,
    query: none,
    body: null,
    answer: fuelFactorsSchema,
    status: 200,
    errors: [500],
  },
  registers: {
    method: 'GET',
    path: '/parks/{parkId}/registers',
    summary: 'Registers of a park with their size and rules',
    params: inPark,
    query: paging,
    body: null,
    answer: listOf(registerSummarySchema),
    status: 200,
    errors: [400, 404, 500],
  },
  registerRows: {
    method: 'GET',
    path: '/parks/{parkId}/registers/{registerId}/rows',
    summary: 'Rows of a register, by page',
    params: inRegister,
    query: paging,
    body: null,
    answer: listOf(anyRowSchema),
    status: 200,
    errors: [400, 404, 500],
  },
  addRegisterRow: {
    method: 'POST',
    path: '/parks/{parkId}/registers/{registerId}/rows',
    summary: 'Adds a row',
    params: inRegister,
    query: none,
    body: z.object({ row: fieldsSchema, idempotencyKey }),
    answer: anyRowSchema,
    status: 201,
    errors: [400, 401, 403, 404, 409, 500],
  },
  changeRegisterRow: {
    method: 'PUT',
    path: '/parks/{parkId}/registers/{registerId}/rows/{rowId}',
    summary: 'Changes a row; 409 when somebody changed it since `version`',
    params: onRow,
    query: none,
    body: z.object({ row: fieldsSchema, version: z.int().min(1), idempotencyKey }),
    answer: anyRowSchema,
    status: 200,
    errors: [400, 401, 403, 404, 405, 409, 500],
  },
  removeRegisterRow: {
    method: 'DELETE',
    path: '/parks/{parkId}/registers/{registerId}/rows/{rowId}',
    summary: 'Removes a row where its register allows it; 405 where rows are kept for good',
    params: onRow,
    query: z.object({ version: z.coerce.number().int().min(1) }),
    body: null,
    answer: auditEntrySchema,
    status: 200,
    errors: [400, 401, 403, 404, 405, 409, 500],
  },
  importRegisterRows: {
    method: 'POST',
    path: '/parks/{parkId}/registers/{registerId}/import',
    summary: 'Takes rows of a sheet; each is accepted or refused by line and field, none is overwritten unasked',
    params: inRegister,
    query: none,
    body: z.object({
      rows: z
        .array(z.object({ line: z.int(), replace: z.boolean(), row: z.looseObject({}) }))
        .min(1)
        .max(MAX_IMPORT_ROWS),
      idempotencyKey,
    }),
    answer: importAnswerSchema,
    status: 200,
    errors: [400, 401, 403, 404, 409, 500],
  },
  registerAudit: {
    method: 'GET',
    path: '/parks/{parkId}/registers/{registerId}/audit',
    summary: 'Who changed which row when, newest first, before and after',
    params: inRegister,
    query: paging.extend({ rowId: rowIdSchema.optional() }),
    body: null,
    answer: listOf(auditEntrySchema),
    status: 200,
    errors: [400, 404, 500],
  },
  scorecardHistory: {
    method: 'GET',
    path: '/parks/{parkId}/scorecard/history',
    summary: 'Stored results of the criteria by quarter',
    params: inPark,
    query: none,
    body: null,
    answer: scorecardHistorySchema,
    status: 200,
    errors: [404, 500],
  },
  daily: {
    method: 'GET',
    path: '/parks/{parkId}/daily/{date}',
    summary: 'Issued revisions of a day’s report',
    params: onDay,
    query: none,
    body: null,
    answer: dailyAnswerSchema,
    status: 200,
    errors: [404, 500],
  },
  issueDaily: {
    method: 'POST',
    path: '/parks/{parkId}/daily/{date}',
    summary: 'Issues a day’s report, or revises it with a reason; issued revisions never change',
    params: onDay,
    query: none,
    body: issueDailySchema,
    answer: dailyRevisionSchema,
    status: 201,
    errors: [400, 401, 403, 404, 409, 500],
  },
} as const
