import type { ParkIndex } from '../../domain/network/park-index.ts'
import { DueList } from './due-list.tsx'
import { ExceptionList } from './exception-list.tsx'
import { ExceptionMatrix } from './exception-matrix.tsx'
import styles from './side-column.module.css'

/** What stands out now, where, and what comes next. */
export function SideColumn({ index }: { index: ParkIndex }) {
  return (
    <div className={styles.column}>
      <ExceptionMatrix />
      <ExceptionList index={index} />
      <DueList index={index} />
    </div>
  )
}
