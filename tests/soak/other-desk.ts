import { randomUUID } from 'node:crypto'

export interface OtherDesk {
  /** Acknowledges whatever waits; answers how many. The host may be away: then nothing is done. */
  acknowledgeAll(): Promise<number>
}

interface Waiting {
  id: string
  ackedState: boolean
}

/** An operator at another desk of the same park, who does his work over the API. */
export function otherDesk(hostUrl: string): OtherDesk {
  const urlOf = (path: string): string => new URL(`api/v1${path}`, hostUrl).href
  let token: string | null = null
  const send = async (path: string, body: object): Promise<Response> =>
    fetch(urlOf(path), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    })
  const waiting = async (): Promise<Waiting[]> => {
    const answer = await fetch(urlOf('/parks/bau-bang/alarms?retain=true'))
    const { items } = (await answer.json()) as { items: Waiting[] }
    return items.filter(({ ackedState }) => !ackedState)
  }
  return {
    async acknowledgeAll() {
      try {
        token ??= ((await (await send('/session/demo-role', { role: 'operator' })).json()) as { token: string }).token
        let done = 0
        for (const { id } of await waiting()) {
          const sent = await send(`/parks/bau-bang/alarms/${encodeURIComponent(id)}/acknowledge`, {
            idempotencyKey: randomUUID(),
            comment: 'seen at another desk',
          })
          if (sent.ok) done += 1
        }
        return done
      } catch {
        return 0
      }
    },
  }
}
