import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { useText } from '../i18n/use-text.ts'
import { Button } from './button.tsx'
import { KeyCap } from './chip.tsx'
import styles from './palette.module.css'
import { PanelHeader } from './panel.tsx'

export interface ShortcutListProps {
  entries: readonly { keys: string; label: string }[]
  onClose: () => void
}

/** Every key of the screen with what it does. */
export function ShortcutList({ entries, onClose }: ShortcutListProps) {
  const t = useText('shell')
  const state = useText('state')
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
        <Dialog className={styles.dialog ?? ''} aria-label={t('keys.title')}>
          <div className={styles.keys}>
            <PanelHeader
              title={t('keys.title')}
              aside={
                <Button look="quiet" onClick={onClose}>
                  {state('close')}
                </Button>
              }
            />
            <dl>
              {entries.map(({ keys, label }) => (
                <div key={`${keys} ${label}`} className={styles.keyRow}>
                  <dt>
                    <KeyCap>{keys}</KeyCap>
                  </dt>
                  <dd>{label}</dd>
                </div>
              ))}
            </dl>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
