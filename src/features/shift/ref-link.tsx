import { definitionOf } from '../../domain/alarms/alarm-list.ts'
import type { SubjectRef } from '../../contract/shift.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useAssetName } from '../../i18n/asset-name.ts'
import { useOptionalText, useText } from '../../i18n/use-text.ts'
import { type ViewPatch, useViewActions } from '../../session/view.ts'
import { useEntryTitle } from '../../ui/use-entry-title.ts'
import styles from './shift.module.css'

interface Target {
  name: string
  open: () => void
}

/**
 * Name of a thing and what a click on it opens, as it was at `atMs` where that is given; null where the park does not
 * know it any more.
 */
function useTarget(index: ParkIndex): (reference: SubjectRef, atMs: number | null) => Target | null {
  const words = useText('words')
  const screenName = useOptionalText('shell')
  const nameOf = useAssetName()
  const titleOf = useEntryTitle()
  const { select, open } = useViewActions()
  return ({ type, id }, atMs) => {
    const at = atMs === null ? {} : { at: Math.floor(atMs / 1000) * 1000 }
    const show =
      (selection: NonNullable<ViewPatch['selection']>, pointId: string | null = null) =>
      () =>
        atMs === null ? select(selection, pointId) : open('overview', { selection, pointId, ...at })
    switch (type) {
      case 'asset': {
        const asset = index.assetById.get(id)
        return asset ? { name: nameOf(asset), open: show({ type: 'asset', id }) } : null
      }
      case 'point': {
        const point = index.pointById.get(id)
        const asset = point ? index.assetById.get(point.assetId) : undefined
        return point && asset
          ? {
              name: `${words(`point.${point.kind}`)} · ${nameOf(asset)}`,
              open: show({ type: 'asset', id: asset.id }, point.id),
            }
          : null
      }
      case 'tenant': {
        const tenant = index.tenantById.get(id)
        return tenant ? { name: tenant.name, open: show({ type: 'tenant', id }) } : null
      }
      case 'plot':
        return { name: id.replace(/^plot-/, '').toUpperCase(), open: show({ type: 'plot', id }) }
      case 'edge':
        return { name: id, open: show({ type: 'edge', id }) }
      case 'screen':
        return { name: screenName(`nav.${id}`, id), open: () => open(id, at) }
      case 'alarm':
        return {
          name: titleOf({ alarmId: id, definitionId: definitionOf(id) }),
          open: () => open('alarms', { alarmId: id, ...at }),
        }
      case 'work-permit':
      case 'log':
        break
    }
    return { name: id, open: () => open('shift', { item: id, ...at }) }
  }
}

export interface RefLinkProps {
  reference: SubjectRef
  index: ParkIndex
  label?: string
  /** Instant at which it is opened, milliseconds; now where it is left out. */
  atMs?: number
}

/** Opens what an entry or an item speaks of. */
export function RefLink({ reference, index, label, atMs }: RefLinkProps) {
  const target = useTarget(index)(reference, atMs ?? null)
  if (!target) return <span className={styles.small}>{label ?? reference.id}</span>
  return (
    <button type="button" className={styles.link} dir="auto" onClick={target.open}>
      {label ?? target.name}
    </button>
  )
}
