import { suppressionRuleSchema } from '../../contract/alarm-definitions.ts'
import type { HandoverItem } from '../../contract/shift.ts'
import { pointKindSchema } from '../../contract/point-kinds.ts'
import type { LocalizedText } from '../../contract/primitives.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useAssetName } from '../../i18n/asset-name.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useShortTime } from './use-short-time.ts'

/** Titles of alarms by definition. */
export type Definitions = ReadonlyMap<string, LocalizedText>

export interface ItemText {
  title: string
  detail: string
}

const said = (value: string | number | null | undefined): string => (value === null ? '' : String(value ?? ''))

/** An item in the language of the screen: what it is about, and its state. */
export function useItemText(index: ParkIndex, definitions: Definitions): (item: HandoverItem) => ItemText {
  const t = useText('shift')
  const alarms = useText('alarms')
  const words = useText('words')
  const format = useFormat()
  const locale = useLocale()
  const nameOf = useAssetName()
  const assetName = (id: string): string => {
    const asset = index.assetById.get(id)
    return asset ? nameOf(asset) : id
  }
  const shortTime = useShortTime()
  const clock = (text: string | number | null | undefined): string =>
    typeof text === 'string' && text !== '' ? shortTime(Date.parse(text)) : ''
  const pointName = (id: string): string => {
    const point = index.pointById.get(id)
    const kind = pointKindSchema.safeParse(point?.kind)
    return point && kind.success ? `${words(`point.${kind.data}`)} · ${assetName(point.assetId)}` : id
  }
  return (item) => {
    const { params } = item
    switch (item.kind) {
      case 'open-alarm':
      case 'shelved':
      case 'suppressed':
      case 'out-of-service': {
        const rule = suppressionRuleSchema.safeParse(params['reason'])
        const parts = [
          said(params['priority']),
          params['stale'] === 'yes' ? t('item.stale') : '',
          params['until'] ? t('item.until', { time: clock(params['until']) }) : '',
          rule.success ? alarms(`rule.${rule.data}`) : said(params['reason']),
          params['permitEnded'] === 'yes' ? t('item.permitEnded') : '',
        ]
        return {
          title: `${definitions.get(said(params['definitionId']))?.[locale] ?? said(params['definitionId'])} · ${said(params['source'])}`,
          detail: parts.filter(Boolean).join(' · '),
        }
      }
      case 'work-permit': {
        const type = said(params['type'])
        const parts = [
          params['state'] === 'expired' ? t('permit.state.expired') : '',
          params['expiring'] === 'yes' ? t('permit.expiring') : '',
          item.text?.[locale] ?? '',
          t('item.until', { time: clock(params['until']) }),
        ]
        const known = ['hot', 'confined-space', 'electrical-isolation', 'excavation', 'height'] as const
        const kind = known.find((one) => one === type)
        return {
          title: `${said(params['number'])} · ${kind ? t(`permit.type.${kind}`) : type}`,
          detail: parts.filter(Boolean).join(' · '),
        }
      }
      case 'equipment-out':
        return { title: assetName(said(params['assetId'])), detail: t('item.off') }
      case 'abnormal-line-up':
        return { title: assetName(said(params['assetId'])), detail: t('item.lineUp') }
      case 'near-limit': {
        const unit = said(params['unit'])
        const decimals = Number(params['decimals'] ?? 0)
        return {
          title: pointName(said(params['pointId'])),
          detail: t('item.near', {
            value: format.quantity(Number(params['value']), unit, decimals),
            limit: format.quantity(Number(params['limit']), unit, decimals),
          }),
        }
      }
      case 'source-down':
        return {
          title: assetName(said(params['assetId'])),
          detail: t('item.lost', { count: Number(params['points'] ?? 0) }),
        }
      case 'weather':
        return {
          title: t('kind.weather'),
          detail: t('item.rain', { rain: format.quantity(Number(params['rainMmH']), 'mm/h', 1) }),
        }
      case 'log':
        return { title: said(params['text']), detail: '' }
      case 'inhibited-protection':
      case 'work-in-progress':
      case 'standing-order':
      case 'expected':
      case 'complaint':
      case 'contact':
        break
    }
    return { title: item.text?.[locale] ?? item.id, detail: '' }
  }
}
