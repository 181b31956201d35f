import type { Stream } from '../../contract/asset-kinds.ts'
import type { ExceptionItem } from '../../domain/exceptions/exceptions.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useExceptions } from '../../session/exceptions-context.ts'
import { PanelHeader } from '../../ui/panel.tsx'
import styles from './side-column.module.css'

const ROWS: readonly Stream[] = ['energy', 'water', 'wastewater', 'waste', 'data']
const COLUMNS = ['permit', 'limit', 'lost'] as const

function columnOf(item: ExceptionItem): (typeof COLUMNS)[number] {
  return item.kind === 'lost' ? 'lost' : item.basis === 'permit' ? 'permit' : 'limit'
}

/** Counts by system and by what was broken. */
export function ExceptionMatrix() {
  const t = useText('overview')
  const words = useText('words')
  const format = useFormat()
  const items = useExceptions()
  const count = (row: Stream, column: (typeof COLUMNS)[number]): number =>
    items?.filter((item) => (item.stream === 'environment' ? 'data' : item.stream) === row && columnOf(item) === column)
      .length ?? 0
  return (
    <section>
      <PanelHeader title={t('matrix.title')} aside={items ? t('matrix.open', { count: items.length }) : undefined} />
      <table className={styles.matrix}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('matrix.title')}</span>
            </th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`matrix.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row}>
              <th scope="row">{words(`stream.${row}`)}</th>
              {COLUMNS.map((column) => {
                const value = count(row, column)
                return (
                  <td key={column} className={value === 0 ? styles.zero : styles.some}>
                    {items ? format.number(value) : '–'}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
