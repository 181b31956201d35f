import type { CarryAnswer, Service } from '../../domain/plots/headroom.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { cx } from '../../ui/cx.ts'
import styles from './tenants.module.css'

/** UCUM code of a headroom as `headroomMw` gives it. */
export const HEADROOM_UNIT = { power: 'MW', water: 'm3/d', wastewater: 'm3/d' } as const satisfies Record<
  Service,
  string
>

/** Headroom in the unit of its column: power in MW, the rest as it is. */
export function headroomMw(service: Service, headroom: number): number {
  return service === 'power' ? headroom / 1000 : headroom
}

/** Yes, no with what is missing, or not enough data with where. */
export function Verdict({ answer }: { answer: CarryAnswer }) {
  const t = useText('tenants')
  const format = useFormat()
  const { canCarry, short, unknown } = answer
  const missing = short.map(({ service, missing: amount }) =>
    t(`short.${service}`, { amount: format.number(headroomMw(service, amount), service === 'power' ? 2 : 0) }),
  )
  const text =
    canCarry === true
      ? t('answer.yes')
      : canCarry === false
        ? missing.join(', ')
        : t('answer.unknownIn', { services: unknown.map(({ service }) => t(`service.${service}`)).join(', ') })
  return (
    <span
      className={cx(
        styles.verdict,
        canCarry === true ? styles.kept : canCarry === false ? styles.broken : styles.unknown,
      )}
      title={text}
    >
      {text}
    </span>
  )
}
