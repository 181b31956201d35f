import { useState, type ReactNode } from 'react'
import { WASTEWATER_SHARE } from '../../domain/plots/carry.ts'
import { useFormat } from '../../i18n/format.ts'
import { unitWords } from '../../i18n/unit-words.ts'
import { useText } from '../../i18n/use-text.ts'
import { useView } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import styles from './tenants.module.css'

type Field = 'powerMw' | 'waterM3PerDay' | 'wastewaterM3PerDay'
const FIELDS = [
  { id: 'powerMw', label: 'carry.power', unit: 'MW' },
  { id: 'waterM3PerDay', label: 'carry.water', unit: 'm3/d' },
  { id: 'wastewaterM3PerDay', label: 'carry.wastewater', unit: 'm3/d' },
] as const satisfies readonly { id: Field; label: string; unit: string }[]

/** A typed amount: a comma counts as a point, what is empty or no positive number is not asked. */
export function amountOf(text: string): number | null {
  const value = Number(text.trim().replace(',', '.'))
  return text.trim() !== '' && Number.isFinite(value) && value > 0 && value <= 1e6 ? value : null
}

const shown = (value: number | null): string => (value === null ? '' : String(value))

/** "Which free plot can carry 2 MW and 500 m³ a day?" The question lives in the address. */
export function CarryForm({ answer, tools }: { answer: string; tools: ReactNode }) {
  const t = useText('tenants')
  const format = useFormat()
  const { view, patch } = useView()
  const { tenants } = view
  const asked = `${tenants.powerMw} ${tenants.waterM3PerDay} ${tenants.wastewaterM3PerDay}`
  const fromLink = {
    powerMw: shown(tenants.powerMw),
    waterM3PerDay: shown(tenants.waterM3PerDay),
    wastewaterM3PerDay: shown(tenants.wastewaterM3PerDay),
  }
  const [typed, setTyped] = useState<Readonly<Record<Field, string>>>(fromLink)
  const [last, setLast] = useState(asked)
  // Back and forward change the question as well.
  if (last !== asked) {
    setLast(asked)
    setTyped(fromLink)
  }
  const follows = amountOf(typed.waterM3PerDay)
  return (
    <form
      className={styles.bar}
      aria-label={t('carry')}
      onSubmit={(event) => {
        event.preventDefault()
        patch({
          tenants: {
            ...tenants,
            powerMw: amountOf(typed.powerMw),
            waterM3PerDay: amountOf(typed.waterM3PerDay),
            wastewaterM3PerDay: amountOf(typed.wastewaterM3PerDay),
            sort: null,
          },
        })
      }}
    >
      {FIELDS.map(({ id, label, unit }) => (
        <label key={id} className={styles.ask}>
          <span className={styles.quiet}>{t(label)}</span>
          <input
            className={styles.amount}
            inputMode="decimal"
            size={6}
            maxLength={9}
            value={typed[id]}
            placeholder={
              id === 'wastewaterM3PerDay' && follows !== null ? format.number(follows * WASTEWATER_SHARE, 0) : ''
            }
            onChange={(event) => setTyped({ ...typed, [id]: event.target.value })}
          />
          <span className={styles.quiet}>{unitWords(unit, format.locale)}</span>
        </label>
      ))}
      <span data-screen-only="">
        <Button type="submit" look="primary">
          {t('carry.ask')}
        </Button>
      </span>
      <output className={styles.count}>{answer}</output>
      {tools}
    </form>
  )
}
