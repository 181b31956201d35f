import { useDeferredValue, useMemo, useState } from 'react'
import type { AssetKind } from '../../contract/asset-kinds.ts'
import type { Network } from '../../contract/collections.ts'
import { isInNetwork } from '../../domain/network/impact.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { foldText, matchesFolded } from '../../i18n/fold.ts'
import { useAssetName } from '../../i18n/asset-name.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useView, type Selection } from '../../session/view.ts'
import { SelectField, TextField } from '../../ui/fields.tsx'
import styles from './impact.module.css'
import type { Networks } from './use-networks.ts'
import { useEdgeName } from './use-subject-name.ts'

/** Kinds of equipment that others hang on, in the order in which a network runs. */
const KINDS = [
  'substation',
  'power-transformer',
  'feeder',
  'ring-switch',
  'distribution-transformer',
  'hv-connection',
  'water-plant',
  'pump',
  'water-tank',
  'district-meter',
  'boundary-valve',
  'lift-station',
  'wastewater-plant',
  'reclaimed-station',
] as const satisfies readonly AssetKind[]
/** Networks whose pieces can be picked one by one. */
const PIECES = ['power-22', 'water', 'sewer', 'reclaimed'] as const satisfies readonly Network[]
type Group = (typeof KINDS)[number] | `piece-${(typeof PIECES)[number]}` | 'tenant'
const GROUPS: readonly Group[] = [...KINDS, ...PIECES.map((network) => `piece-${network}` as const), 'tenant']
const MOST = 80

interface Item {
  selection: Selection
  name: string
  hint: string
  folded: string
}

function useItems(index: ParkIndex, networks: Networks, group: Group): readonly Item[] {
  const nameOf = useAssetName()
  const edgeName = useEdgeName()
  const format = useFormat()
  return useMemo(() => {
    const item = (selection: Selection, name: string, hint: string): Item => ({
      selection,
      name,
      hint,
      folded: foldText(`${name} ${hint} ${selection.id}`),
    })
    if (group === 'tenant') {
      return index.tenants
        .map(({ id, name, plotIds }) =>
          item(
            { type: 'tenant', id },
            name,
            plotIds.map((plot) => networks.plotById.get(plot)?.properties.code ?? plot).join(', '),
          ),
        )
        .toSorted((a, b) => format.compare(a.name, b.name))
    }
    const network = PIECES.find((one) => `piece-${one}` === group)
    if (network !== undefined) {
      return networks.edges
        .filter(
          ({ properties }) =>
            properties.network === network && properties.role !== 'service' && properties.role !== 'open',
        )
        .map((edge) => item({ type: 'edge', id: edge.id }, edgeName(edge), edge.id))
        .toSorted((a, b) => format.compare(a.name, b.name) || format.compare(a.hint, b.hint))
    }
    return index.assets
      .filter(({ id, kind }) => kind === group && (isInNetwork(networks.graph, id) || index.childrenOf.has(id)))
      .map((asset) => item({ type: 'asset', id: asset.id }, nameOf(asset), asset.name ? asset.code : asset.id))
      .toSorted((a, b) => format.compare(a.name, b.name))
    // Names follow the language through `nameOf`.
  }, [index, networks, group, nameOf, edgeName, format])
}

/** Finds what to follow by kind and name: the list beside the map, for the keyboard and for what the map draws small. */
export function Picker({ index, networks, onPicked }: { index: ParkIndex; networks: Networks; onPicked: () => void }) {
  const t = useText('impact')
  const words = useText('words')
  const { view, select } = useView()
  const [group, setGroup] = useState<Group>('feeder')
  const [find, setFind] = useState('')
  const query = foldText(useDeferredValue(find))
  const items = useItems(index, networks, group)
  const found = useMemo(() => items.filter(({ folded }) => matchesFolded(folded, query)), [items, query])
  const labelOf = (id: Group): string => {
    if (id === 'tenant') return t('subject.tenant')
    const network = PIECES.find((one) => `piece-${one}` === id)
    if (network !== undefined) return t('pick.piece', { network: words(`network.${network}`) })
    const kind = KINDS.find((one) => one === id) ?? 'feeder'
    return words(`asset.${kind}`)
  }
  return (
    <section className={styles.picker} aria-label={t('pick')}>
      <div className={styles.pickFields}>
        <SelectField
          label={t('pick.kind')}
          value={group}
          options={GROUPS.map((id) => ({ id, label: labelOf(id) }))}
          onChange={setGroup}
        />
        <TextField label={t('pick.find')} type="search" value={find} maxLength={80} onChange={setFind} />
      </div>
      {found.length === 0 ? <p className={styles.soft}>{t('pick.none')}</p> : null}
      <ul className={styles.pickList}>
        {found.slice(0, MOST).map(({ selection, name, hint }) => (
          <li key={`${selection.type}:${selection.id}`}>
            <button
              type="button"
              className={styles.pick}
              aria-current={view.selection?.id === selection.id ? 'true' : undefined}
              onClick={() => {
                select(selection)
                onPicked()
              }}
            >
              <span className={styles.pickName} dir="auto">
                {name}
              </span>
              <span className={styles.soft}>{hint === name ? '' : hint}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length > MOST ? <p className={styles.soft}>{t('pick.more', { count: found.length - MOST })}</p> : null}
    </section>
  )
}
