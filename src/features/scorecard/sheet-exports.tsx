import { useState } from 'react'
import { downloadBlob } from '../../charts/export.ts'
import { useExportVeil } from '../../charts/use-export-veil.ts'
import { csvText } from '../../lib/csv.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'

/** CSV and XLSX of the same rows. Texts stay texts in both, so that nothing is run as a formula. */
export function SheetExports({ rows, name }: { rows: () => readonly (readonly string[])[]; name: string }) {
  const t = useText('chart')
  const veil = useExportVeil()
  const texts = (): string[][] => rows().map((row) => row.map(veil.text))
  const [failed, setFailed] = useState(false)
  const xlsx = async (): Promise<void> => {
    const { sheetBlob } = await import('../../charts/xlsx.ts')
    downloadBlob(await sheetBlob(texts().map((row) => row.map((value) => ({ value, type: String })))), `${name}.xlsx`)
  }
  return (
    <span data-screen-only="">
      {failed ? <output>{t('failed')}</output> : null}
      <Button
        look="quiet"
        onClick={() => downloadBlob(new Blob([csvText(texts())], { type: 'text/csv;charset=utf-8' }), `${name}.csv`)}
      >
        {t('csv')}
      </Button>
      <Button
        look="quiet"
        onClick={() => {
          setFailed(false)
          xlsx().catch(() => setFailed(true))
        }}
      >
        {t('xlsx')}
      </Button>
    </span>
  )
}
