import type { ParkIndex } from '../../domain/network/park-index.ts'
import { AlarmMatrix } from './alarm-matrix.tsx'
import { DueList } from './due-list.tsx'
import { ExceptionList } from './exception-list.tsx'
import styles from './side-column.module.css'

/** What stands out now, where, and what comes next. */
export function SideColumn({ index }: { index: ParkIndex }) {
  return (
    <div className={styles.column}>
      <AlarmMatrix />
      <ExceptionList index={index} />
      <DueList index={index} />
    </div>
  )
}
