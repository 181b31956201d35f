import { useMemo, type CSSProperties } from 'react'
import type { Asset } from '../../contract/resources.ts'
import type { PointKind } from '../../contract/point-kinds.ts'
import type { OutfallPermit, LimitSet } from '../../contract/reference.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { pointOf, type PlantModel, type PlantUnit } from '../../domain/water/plant-units.ts'
import type { Outcome } from '../../domain/statistics/outcome.ts'
import { factValue } from '../../i18n/fact-value.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { cx } from '../../ui/cx.ts'
import { PipeDrawing } from './pipe-drawing.tsx'
import styles from './plant.module.css'
import { UnitDrawing } from './unit-drawing.tsx'
import { ValueRow } from './value-row.tsx'

/** What is printed under each step. */
const VALUES: Readonly<Record<PlantUnit['step'], readonly PointKind[]>> = {
  lift: ['level', 'run-state'],
  equalisation: ['level-percent'],
  primary: [],
  aeration: ['dissolved-oxygen', 'mlss'],
  clarifier: ['turbidity'],
  outfall: ['flow'],
}

export interface PlantDiagramProps {
  index: ParkIndex
  model: PlantModel
  permit: OutfallPermit | null
  limitSets: readonly LimitSet[]
  reuse: Outcome<number>
}

interface Row {
  key: string
  label: string
  asset: Asset
  kind: PointKind
}

/** Rows of a unit: named by the quantity, and by the code of the line where there are several. */
function useRows(unit: PlantUnit, more: readonly { asset: Asset; kind: PointKind }[]): readonly Row[] {
  const t = useText('water')
  const rows = VALUES[unit.step].flatMap((kind) => unit.assets.map((asset) => ({ asset, kind })))
  return [...rows, ...more].map(({ asset, kind }) => {
    const many = unit.assets.length > 1 || !unit.assets.includes(asset)
    const name = t(`value.${VALUE_KEYS[kind] ?? 'level'}`)
    return { key: `${asset.id} ${kind}`, label: many ? `${name} ${asset.code}` : name, asset, kind }
  })
}

type ValueKey = 'level' | 'pump' | 'oxygen' | 'mlss' | 'turbidity' | 'flow'

/** Short names of the quantities of the diagram. */
const VALUE_KEYS: Readonly<Partial<Record<PointKind, ValueKey>>> = {
  'run-state': 'pump',
  'dissolved-oxygen': 'oxygen',
  mlss: 'mlss',
  turbidity: 'turbidity',
  flow: 'flow',
}

function UnitColumn({ index, unit, model }: { index: ParkIndex; unit: PlantUnit; model: PlantModel }) {
  const t = useText('water')
  const more = useMemo(
    () => (unit.step === 'clarifier' ? model.sludge.map((asset) => ({ asset, kind: 'level-percent' as const })) : []),
    [unit, model],
  )
  const rows = useRows(unit, more)
  const count = unit.assets.length
  return (
    <section className={styles.unit} aria-label={t(`step.${unit.step}`)}>
      <h3 className={styles.unitName}>
        {count > 1 ? t('step.count', { name: t(`step.${unit.step}`), count }) : t(`step.${unit.step}`)}
      </h3>
      <UnitDrawing index={index} unit={unit} />
      <div className={styles.branch} />
      <dl className={styles.rows}>
        {unit.step === 'equalisation' ? (
          <ValueRow label={t('value.inflow')} point={pointOf(index, model.plant.id, 'flow')} />
        ) : null}
        {rows.map(({ key, label, asset, kind }) => (
          <ValueRow key={key} label={label} point={pointOf(index, asset.id, kind)} />
        ))}
      </dl>
    </section>
  )
}

/** Where the water goes: the receiving water, the outfall with its column, and the reuse branch. */
function Receiver({ index, model, permit, limitSets, reuse }: PlantDiagramProps) {
  const t = useText('water')
  const format = useFormat()
  const locale = useLocale()
  const fact = index.park.facts.find(({ key }) => key === 'receiving-water')
  const receiving = factValue(fact?.value ?? null, useLocale())
  const set = limitSets.find(({ id }) => id === permit?.limitSetId)
  const [outfall] = model.outfalls
  const [station] = model.reuse
  return (
    <section className={styles.receiver} aria-label={t('receiver')}>
      <p className={styles.receiving}>
        <span>{typeof receiving === 'string' ? receiving : t('receiver.unknown')}</span>
        <span className={styles.small}>
          {outfall
            ? set?.column
              ? t('receiver.outfall', { code: outfall.name?.[locale] ?? outfall.code, column: set.column })
              : (outfall.name?.[locale] ?? outfall.code)
            : null}
        </span>
      </p>
      {station ? (
        <div className={styles.reuse}>
          <span>{t('reuse')}</span>
          <dl className={styles.reuseRow}>
            <ValueRow label={t('value.flow')} point={pointOf(index, station.id, 'flow')} />
          </dl>
          <span className={styles.small}>
            {reuse.ok ? t('reuse.share', { percent: format.quantity(reuse.value, '%', 1) }) : t('reuse.shareUnknown')}
          </span>
        </div>
      ) : null}
    </section>
  )
}

/** The plant in the order of its process, drawn by P&ID conventions, from the park's own assets. */
export function PlantDiagram(props: PlantDiagramProps) {
  const { index, model } = props
  const t = useText('water')
  const columns = model.units.length + 1
  const style: CSSProperties & { '--columns': number } = { '--columns': columns }
  const at = (step: PlantUnit['step']): number => model.units.findIndex((unit) => unit.step === step)
  return (
    <section className={styles.diagram} style={style} aria-label={t('diagram')}>
      <PipeDrawing
        columns={columns}
        clarifier={at('clarifier')}
        aeration={at('aeration')}
        outfall={at('outfall')}
        hasSludge={model.sludge.length > 0}
        hasReuse={model.reuse.length > 0}
      />
      {model.units.map((unit) => (
        <UnitColumn key={unit.step} index={index} unit={unit} model={model} />
      ))}
      <Receiver {...props} />
      {at('clarifier') >= 0 && model.sludge.length > 0 ? (
        <span className={cx(styles.sludge)} style={{ left: `${((at('clarifier') + 0.62) / columns) * 100}%` }}>
          {t('sludge')}
        </span>
      ) : null}
    </section>
  )
}
