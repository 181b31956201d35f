import { z } from 'zod'
import { localeSchema, parkIdSchema } from '../contract/primitives.ts'
import { themeSchema } from '../session/session-store.ts'
import { takeConfig } from './config-ahead.ts'

/** Address of a server, or a path on the host of the page. */
const addressSchema = z.union([z.url(), z.string().regex(/^\//)])

/** `config.json`: what one static build needs to know to serve any park. Unknown keys are refused by name. */
export const configSchema = z
  .strictObject({
    /** Null or absent: the simulated park in the page. */
    apiBaseUrl: addressSchema.nullable().default(null),
    /** Absent: the live channel of the API's host. */
    liveUrl: z.url().nullable().default(null),
    parks: z
      .array(parkIdSchema)
      .min(1)
      .default([parkIdSchema.parse('bau-bang')]),
    defaultPark: parkIdSchema.optional(),
    defaultLanguage: localeSchema.default('vi'),
    defaultTheme: themeSchema.default('room-dark'),
    basemapStyleUrl: addressSchema.optional(),
    /** OpenID Connect issuer of the park's own accounts; null: no sign-in, or the demo's role menu. */
    oidc: z
      .strictObject({
        issuer: z.url(),
        clientId: z.string().min(1),
        scope: z.string().min(1).default('openid'),
      })
      .nullable()
      .default(null),
    recovery: z
      .strictObject({
        /** Nobody sits in front of this display: it may load itself anew to stay alive. Walls do so without being told. */
        unattended: z.boolean().default(false),
        /** Park time from which on an unattended page loads itself anew once a day; null never. Not at a shift change. */
        quietReload: z
          .string()
          .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
          .nullable()
          .default('03:40'),
      })
      .prefault({}),
    simulation: z
      .strictObject({
        seed: z.int().nonnegative().default(20261120),
        scenario: z
          .enum(['normal-day', 'feeder-trip', 'storm', 'effluent-breach', 'comms-loss', 'alarm-flood', 'late-manifest'])
          .default('normal-day'),
        speed: z.number().positive().max(600).default(1),
      })
      .prefault({}),
  })
  .check((context) => {
    const { parks, defaultPark } = context.value
    if (defaultPark !== undefined && !parks.includes(defaultPark)) {
      context.issues.push({
        code: 'custom',
        path: ['defaultPark'],
        message: `"${defaultPark}" is not one of parks`,
        input: defaultPark,
      })
    }
  })
export type Config = z.infer<typeof configSchema>

export type ConfigProblem =
  | { kind: 'missing' | 'syntax'; detail: string }
  | { kind: 'key'; key: string; detail: string }
  | { kind: 'no-server' }

export type ConfigResult = { ok: true; config: Config } | { ok: false; problem: ConfigProblem }

/** Parses the text of config.json; names the first key that is wrong. */
export function parseConfig(text: string): ConfigResult {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return { ok: false, problem: { kind: 'syntax', detail: error instanceof Error ? error.message : String(error) } }
  }
  const parsed = configSchema.safeParse(json)
  if (parsed.success) return { ok: true, config: parsed.data }
  const issue = parsed.error.issues[0]
  const key = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : (issue?.path.join('.') ?? '')
  return { ok: false, problem: { kind: 'key', key: key || 'config.json', detail: issue?.message ?? '' } }
}

/** Fetches and parses config.json beside the page. Never throws. */
export async function loadConfig(carriesSimulator: boolean): Promise<ConfigResult> {
  let text: string
  try {
    const answer = await takeConfig()
    if (!answer.ok) return { ok: false, problem: { kind: 'missing', detail: `HTTP ${answer.status}` } }
    text = await answer.text()
  } catch (error) {
    return { ok: false, problem: { kind: 'missing', detail: error instanceof Error ? error.message : String(error) } }
  }
  const result = parseConfig(text)
  if (result.ok && result.config.apiBaseUrl === null && !carriesSimulator) {
    return { ok: false, problem: { kind: 'no-server' } }
  }
  return result
}
