import {
  Autocomplete,
  Dialog,
  Input,
  ListBox,
  ListBoxItem,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components'
import { useText } from '../i18n/use-text.ts'
import { KeyCap } from './chip.tsx'
import styles from './palette.module.css'

export interface PaletteEntry {
  id: string
  /** Type of hit: plot, tenant, command. */
  kind: string
  name: string
  hint: string
}

export interface PaletteProps {
  query: string
  entries: readonly PaletteEntry[]
  onQuery: (query: string) => void
  onPick: (id: string) => void
  onClose: () => void
}

/** The palette is opened to type: the field takes the focus as it appears. */
function focusOnce(input: HTMLInputElement | null): void {
  input?.focus()
}

/** Finds anything by name and runs it. The caller filters, this draws and handles the keys. */
export function Palette({ query, entries, onQuery, onPick, onClose }: PaletteProps) {
  const t = useText('shell')
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''} aria-label={t('palette.title')}>
          <Autocomplete inputValue={query} onInputChange={onQuery}>
            <div className={styles.search}>
              <TextField aria-label={t('palette.placeholder')} className={styles.field ?? ''}>
                <Input
                  ref={focusOnce}
                  className={styles.input ?? ''}
                  placeholder={t('palette.placeholder')}
                  onKeyDown={(event) => {
                    if (event.key === 'Escape') onClose()
                  }}
                />
              </TextField>
              <KeyCap>Esc</KeyCap>
            </div>
            <ListBox
              className={styles.list ?? ''}
              aria-label={t('palette.title')}
              items={entries}
              selectionMode="none"
              onAction={(key) => onPick(String(key))}
              renderEmptyState={() => <p className={styles.empty}>{t('palette.empty')}</p>}
            >
              {(entry) => (
                <ListBoxItem id={entry.id} textValue={entry.name} className={styles.item ?? ''}>
                  <span className={styles.kind}>{entry.kind}</span>
                  <span className={styles.name}>{entry.name}</span>
                  <span className={styles.hint}>{entry.hint}</span>
                </ListBoxItem>
              )}
            </ListBox>
          </Autocomplete>
          <p className={styles.foot}>{t('palette.hint')}</p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
