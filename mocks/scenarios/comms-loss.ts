import type { Scenario } from './scenario.ts'

const MINUTE_MS = 60_000

/** One field gateway falls silent a minute after the start and stays so for two hours. */
export const commsLoss: Scenario = ({ gatewayIds, startMs }) => {
  const gatewayId = gatewayIds[Math.floor(gatewayIds.length / 2)]
  if (gatewayId === undefined) return []
  return [{ kind: 'gateway-down', gatewayId, fromMs: startMs + MINUTE_MS, toMs: startMs + 121 * MINUTE_MS }]
}
