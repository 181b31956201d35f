import type { ParkIndex } from '../../domain/network/park-index.ts'
import type { PlantModel } from '../../domain/water/plant-units.ts'
import { useFormat } from '../../i18n/format.ts'
import { useAssetName } from '../../i18n/asset-name.ts'
import { useText } from '../../i18n/use-text.ts'
import { OutfallStrip } from './outfall-strip.tsx'
import { PlantDiagram } from './plant-diagram.tsx'
import styles from './plant.module.css'
import { usePlantDay } from './use-plant-day.ts'
import type { PermitView } from './use-permit.ts'

/** One central plant: design flow, load and specific energy, the outfall's latest record, and the process diagram. */
export function PlantPanel({ index, model, permits }: { index: ParkIndex; model: PlantModel; permits: PermitView }) {
  const t = useText('water')
  const format = useFormat()
  const nameOf = useAssetName()
  const { permit, limitSets } = permits
  const design = permit?.designFlowM3PerDay ?? null
  const { load, kwhPerM3, reuse } = usePlantDay(index, model, design)
  const unknown = t('unknown')
  const meta = [
    t('plant.design', { value: design === null ? unknown : format.quantity(design, 'm3/d') }),
    t('plant.load', { value: load.ok ? format.quantity(load.value.percent, '%', 0) : unknown }),
    t('plant.energy', { value: kwhPerM3.ok ? `${format.number(kwhPerM3.value, 2)} kWh/m³` : unknown }),
    t('period.24h'),
  ]
  const [outfall] = model.outfalls
  return (
    <section className={styles.panel} aria-label={nameOf(model.plant)}>
      <header className={styles.head}>
        <h2 className={styles.title}>{nameOf(model.plant)}</h2>
        <span className={styles.meta}>{meta.join(' · ')}</span>
        {outfall ? <OutfallStrip index={index} outfallId={outfall.id} /> : null}
      </header>
      <div className={styles.scroll}>
        <PlantDiagram index={index} model={model} permit={permit} limitSets={limitSets} reuse={reuse} />
      </div>
    </section>
  )
}
