import type { ReactNode } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { useText } from '../i18n/use-text.ts'
import { useUnsaved } from '../session/recovery-store.ts'
import { Button } from './button.tsx'
import styles from './form-dialog.module.css'

export interface FormDialogProps {
  title: string
  /** Word on the button that does it. */
  submit: string
  /** While true the button waits for the server. */
  busy?: boolean
  /** Why it cannot be sent yet; the button says so in its title. */
  blocked?: string | undefined
  /** What the server or the check said. */
  error?: string | null
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

/** A short form over the screen: Enter sends it, Esc leaves it, the focus stays inside. */
export function FormDialog({
  title,
  submit,
  busy = false,
  blocked,
  error = null,
  onSubmit,
  onClose,
  children,
}: FormDialogProps) {
  const t = useText('shell')
  useUnsaved()
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen
      isDismissable={!busy}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''} aria-label={title}>
          <form
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault()
              if (!busy && blocked === undefined) onSubmit()
            }}
          >
            <h2 className={styles.title}>{title}</h2>
            {children}
            {error ? (
              <p className={styles.error} role="alert">
                {error}
              </p>
            ) : null}
            <div className={styles.actions}>
              <Button onClick={onClose} disabled={busy}>
                {t('dialog.cancel')}
              </Button>
              {/* Not disabled while it waits: it would lose the focus, and with it Esc. */}
              <Button
                type="submit"
                look="primary"
                disabled={blocked !== undefined}
                aria-disabled={busy || undefined}
                title={blocked}
              >
                {submit}
              </Button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
