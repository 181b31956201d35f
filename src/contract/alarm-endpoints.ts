import { z } from 'zod'
import { asOf, inPark, listOf, none, paging } from './endpoint-parts.ts'
import { alarmDefinitionSchema } from './alarm-definitions.ts'
import {
  alarmCommandAnswerSchema,
  alarmCommandSchema,
  alarmIdSchema,
  alarmMethodSchema,
  alarmSchema,
  floodSchema,
  journalEntrySchema,
} from './alarms.ts'
import { instantSchema } from './primitives.ts'
import { demoSessionSchema, roleSchema, sessionInfoSchema } from './session.ts'

/** Query flags arrive as text. */
const flag = z.enum(['true', 'false'])

/** Endpoints of the session, of alarms and of their journal. */
export const ALARM_ENDPOINTS = {
  session: {
    method: 'GET',
    path: '/session',
    summary: 'Role and permissions of whoever asks',
    params: none,
    query: none,
    body: null,
    answer: sessionInfoSchema,
    status: 200,
    errors: [401, 500],
  },
  demoRole: {
    method: 'POST',
    path: '/session/demo-role',
    summary: 'Token for a role of the simulated park; a server with real sign-in answers 403',
    params: none,
    query: none,
    body: z.object({ role: roleSchema }),
    answer: demoSessionSchema,
    status: 201,
    errors: [400, 403, 500],
  },
  alarms: {
    method: 'GET',
    path: '/parks/{parkId}/alarms',
    summary: 'Alarms; `retain=true` is the condition refresh of a client that (re)connects',
    params: inPark,
    query: paging.extend({ retain: flag.optional(), ...asOf.shape }),
    body: null,
    /** `rev` and `journalSeq` are the newest at `asOf`: what live frames bring beyond them is news. */
    answer: listOf(alarmSchema).extend({
      asOf: instantSchema,
      rev: z.int().nonnegative(),
      journalSeq: z.int().nonnegative(),
      flood: floodSchema,
      /** Since when alarms are kept: earlier instants can't be asked for. */
      keptFrom: instantSchema.optional(),
    }),
    status: 200,
    errors: [400, 404, 500, 503],
  },
  alarm: {
    method: 'GET',
    path: '/parks/{parkId}/alarms/{alarmId}',
    summary: 'One alarm',
    params: inPark.extend({ alarmId: alarmIdSchema }),
    query: asOf,
    body: null,
    answer: alarmSchema,
    status: 200,
    errors: [400, 404, 500, 503],
  },
  alarmDefinitions: {
    method: 'GET',
    path: '/parks/{parkId}/alarm-definitions',
    summary: 'Rationalisation records of the alarms',
    params: inPark,
    query: paging,
    body: null,
    answer: listOf(alarmDefinitionSchema),
    status: 200,
    errors: [400, 404, 500],
  },
  alarmCommand: {
    method: 'POST',
    path: '/parks/{parkId}/alarms/{alarmId}/{method}',
    summary:
      'A command on an alarm. 403 by role; 409 with the alarm as it is in `current` when the state table does not ' +
      'allow it or somebody was faster; 422 naming the field when a limit is passed',
    params: inPark.extend({ alarmId: alarmIdSchema, method: alarmMethodSchema }),
    query: none,
    body: alarmCommandSchema,
    answer: alarmCommandAnswerSchema,
    status: 200,
    errors: [400, 401, 403, 404, 409, 422, 500, 503],
  },
  alarmJournal: {
    method: 'GET',
    path: '/parks/{parkId}/alarm-journal',
    summary: 'Append-only journal of alarms, chained by hash; other methods answer 405',
    params: inPark,
    query: paging.extend({
      from: instantSchema.optional(),
      to: instantSchema.optional(),
      alarmId: alarmIdSchema.optional(),
      /** `desc` (default): newest first. */
      order: z.enum(['asc', 'desc']).optional(),
    }),
    body: null,
    answer: listOf(journalEntrySchema),
    status: 200,
    errors: [400, 404, 405, 500, 503],
  },
} as const
