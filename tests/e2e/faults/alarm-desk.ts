import { z } from 'zod'
import type { Alarm } from '../../../src/contract/alarms.ts'
import { ENDPOINTS } from '../../../src/contract/endpoints.ts'
import { ALARM_TABS, tabOf } from '../../../src/domain/alarms/alarm-list.ts'

const WORDS = { open: 'Open', shelved: 'Shelved', suppressed: 'Suppressed', out: 'Out of service' } as const

/** The feeder of the scenario trips within this time. */
const FIRST_ALARM_S = 40

const apiOf = (port: number): string => `http://127.0.0.1:${port}/api/v1`

async function retained(port: number): Promise<readonly Alarm[]> {
  const answer = await fetch(`${apiOf(port)}/parks/bau-bang/alarms?retain=true&limit=1000`)
  return ENDPOINTS.alarms.answer.parse(await answer.json()).items
}

/** How many alarms stand on each list at the server, in the words of the screen. */
export async function countAlarms(port: number): Promise<string> {
  const alarms = await retained(port)
  return ALARM_TABS.map((tab) => `${WORDS[tab]} ${alarms.filter((alarm) => tabOf(alarm) === tab).length}`).join(', ')
}

/** An alarm that can be shelved or brought back. A server that has just started has its first alarm after some seconds. */
async function changeable(port: number): Promise<{ shelved?: Alarm | undefined; open?: Alarm | undefined }> {
  for (let tries = 0; ; tries++) {
    const alarms = await retained(port)
    const shelved = alarms.find((alarm) => tabOf(alarm) === 'shelved')
    const open = alarms.find((alarm) => tabOf(alarm) === 'open')
    if (shelved !== undefined || open !== undefined) return { shelved, open }
    if (tries === FIRST_ALARM_S) throw new Error('the server has no alarm that could be changed')
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
}

/** Shelves an alarm at the server, or brings the one back that is shelved. Fails where the server refuses. */
export async function changeAlarms(port: number): Promise<void> {
  const post = (path: string, body: object, token?: string): Promise<Response> =>
    fetch(apiOf(port) + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
    })
  const session: unknown = await (await post('/session/demo-role', { role: 'shift-lead' })).json()
  const { token } = z.object({ token: z.string() }).parse(session)
  const { shelved, open } = await changeable(port)
  const idempotencyKey = `fault-suite-${Date.now()}`
  const done = shelved
    ? await post(`/parks/bau-bang/alarms/${shelved.id}/unshelve`, { idempotencyKey }, token)
    : await post(
        `/parks/bau-bang/alarms/${open?.id}/timedShelve`,
        { idempotencyKey, reason: 'maintenance', comment: 'fault suite' },
        token,
      )
  if (!done.ok) throw new Error(`the server does not change its alarms: ${await done.text()}`)
}
