import type { NetworkEdgeFeature } from '../../contract/collections.ts'
import { useAssetName } from '../../i18n/asset-name.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import type { Subject } from './subject.ts'

/** Name of a piece of pipe or cable: its network, size and road, because it has none of its own. */
export function useEdgeName(): (edge: NetworkEdgeFeature) => string {
  const words = useText('words')
  const format = useFormat()
  return ({ properties: { network, nominal, roadId } }) => {
    const size =
      nominal === null
        ? ''
        : network.startsWith('power')
          ? format.quantity(nominal, 'kV', 0)
          : `DN ${format.number(nominal)}`
    return [words(`network.${network}`), size, roadId?.replace(/^road-/, '').toUpperCase() ?? '']
      .filter((part) => part !== '')
      .join(' ')
  }
}

export interface SubjectName {
  title: string
  /** What it is, and its code where the title does not hold it. */
  kind: string
}

/** What a subject is called on the screen and on paper. */
export function useSubjectName(): (subject: Subject) => SubjectName {
  const t = useText('impact')
  const words = useText('words')
  const nameOf = useAssetName()
  const edgeName = useEdgeName()
  return ({ asset, edge, tenant }) => {
    if (asset) return { title: nameOf(asset), kind: asset.name ? words(`asset.${asset.kind}`) : asset.id }
    if (edge) return { title: edgeName(edge), kind: t('subject.piece', { id: edge.id }) }
    return { title: tenant?.name ?? '', kind: t('subject.tenant') }
  }
}
