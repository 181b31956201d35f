import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { alarmQueries } from '../../api/alarm-queries.ts'
import type { LocalizedText } from '../../contract/primitives.ts'
import { HANDOVER_KINDS, MAX_MUST_KNOW, type Handover, type HandoverItem } from '../../contract/shift.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { unseenItems } from '../../domain/shift/handover.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea, TextField } from '../../ui/fields.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useDenied } from '../../ui/use-denied.ts'
import { useErrorText } from '../../ui/use-error-text.ts'
import { HandoverRow } from './handover-row.tsx'
import styles from './shift.module.css'
import { useStepHandover, type HandoverOrder } from './use-shift.ts'

function SignOffs({ handover }: { handover: Handover }) {
  const t = useText('shift')
  const shell = useText('shell')
  const format = useFormat()
  const { outgoing, incoming } = handover.signOffs
  const said = (signOff: typeof outgoing): string =>
    signOff
      ? t('signed', { role: shell(`role.${signOff.role}`), time: format.dateTime(Date.parse(signOff.at)) })
      : t('unsigned')
  return (
    <dl className={styles.signs}>
      <dt>{t('outgoing', { name: t(`shift.${handover.outgoing.number}`) })}</dt>
      <dd>
        {said(outgoing)}
        <span className={styles.signLine}>{t('paper.signature')}</span>
      </dd>
      <dt>{t('incoming', { name: t(`shift.${handover.incoming.number}`) })}</dt>
      <dd>
        {said(incoming)}
        <span className={styles.signLine}>{t('paper.signature')}</span>
      </dd>
    </dl>
  )
}

/** The three things that the next shift must know, one a line. */
function PrepareDialog({
  known,
  busy,
  onSign,
  onClose,
}: {
  known: readonly string[]
  busy: boolean
  onSign: (mustKnow: string[]) => void
  onClose: () => void
}) {
  const t = useText('shift')
  const [text, setText] = useState(known.join('\n'))
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const tooMany = lines.length > MAX_MUST_KNOW
  return (
    <FormDialog
      title={t('prepare.title')}
      submit={t('prepare.sign')}
      busy={busy}
      blocked={tooMany ? t('prepare.tooMany', { count: MAX_MUST_KNOW }) : undefined}
      onSubmit={() => onSign(lines)}
      onClose={onClose}
    >
      <TextArea
        label={t('mustKnow')}
        value={text}
        onChange={setText}
        rows={4}
        hint={t('prepare.hint')}
        error={tooMany ? t('prepare.tooMany', { count: MAX_MUST_KNOW }) : undefined}
      />
    </FormDialog>
  )
}

function RemoveDialog({
  busy,
  onRemove,
  onClose,
}: {
  busy: boolean
  onRemove: (reason: string) => void
  onClose: () => void
}) {
  const t = useText('shift')
  const [reason, setReason] = useState('')
  return (
    <FormDialog
      title={t('remove.title')}
      submit={t('remove.do')}
      busy={busy}
      blocked={reason.trim().length === 0 ? t('remove.needed') : undefined}
      onSubmit={() => onRemove(reason)}
      onClose={onClose}
    >
      <TextField label={t('remove.reason')} value={reason} onChange={setReason} maxLength={300} />
    </FormDialog>
  )
}

function byKind(handover: Handover): readonly { kind: HandoverItem['kind']; items: readonly HandoverItem[] }[] {
  return HANDOVER_KINDS.map((kind) => ({ kind, items: handover.items.filter((item) => item.kind === kind) })).filter(
    ({ items }) => items.length > 0,
  )
}

/** The handover in its three steps: prepare and sign, open each flagged item together, accept and sign. */
export function HandoverPanel({ index, handover }: { index: ParkIndex; handover: Handover }) {
  const t = useText('shift')
  const errorText = useErrorText()
  const denied = useDenied('handover.sign')
  const step = useStepHandover(index.park.id, handover)
  const [dialog, setDialog] = useState<{ kind: 'prepare' } | { kind: 'remove'; itemId: string } | null>(null)
  const definitions = useQuery(alarmQueries.definitions(index.park.id)).data
  const titles = useMemo(
    () => new Map<string, LocalizedText>(definitions?.map(({ id, title }) => [id, title])),
    [definitions],
  )
  const unseen = unseenItems(handover)
  const run = (order: HandoverOrder): void => step.mutate(order, { onSuccess: () => setDialog(null) })
  const waiting =
    handover.state === 'open' && unseen.length > 0 ? t('accept.unseen', { count: unseen.length }) : undefined
  return (
    <div className={styles.handover}>
      <PanelHeader
        title={t('handover.title')}
        meta={t(`state.${handover.state}`)}
        aside={t('handover.count', { count: handover.items.length })}
      />
      {handover.state === 'open' ? (
        <output className={styles.banner}>{t('handover.open', { count: unseen.length })}</output>
      ) : null}
      <SignOffs handover={handover} />
      {handover.mustKnow.length > 0 ? (
        <section aria-label={t('mustKnow')}>
          <h3 className={styles.groupTitle}>{t('mustKnow')}</h3>
          <ol className={styles.known}>
            {handover.mustKnow.map((line) => (
              <li key={line} dir="auto">
                {line}
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      <div className={styles.items}>
        {handover.items.length === 0 ? <PanelState kind="empty" text={t('handover.none')} /> : null}
        {byKind(handover).map(({ kind, items }) => (
          <section key={kind} aria-label={t(`kind.${kind}`)}>
            <h3 className={styles.groupTitle}>
              {t(`kind.${kind}`)} <span className={styles.small}>{items.length}</span>
            </h3>
            <ul className={styles.rows}>
              {items.map((item) => (
                <HandoverRow
                  key={item.id}
                  item={item}
                  index={index}
                  definitions={titles}
                  state={handover.state}
                  denied={denied}
                  onOpen={() => run({ method: 'open-item', itemId: item.id })}
                  onRemove={() => setDialog({ kind: 'remove', itemId: item.id })}
                  onRestore={() => run({ method: 'restore-item', itemId: item.id })}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {step.isError ? <output className={styles.denied}>{errorText(step.error)}</output> : null}
      {denied ? (
        <p className={styles.denied} data-screen-only="">
          {denied}
        </p>
      ) : null}
      <div className={styles.commands} data-screen-only="">
        {handover.state === 'draft' ? (
          <Button
            look="primary"
            disabled={denied !== undefined || step.isPending}
            title={denied}
            onClick={() => setDialog({ kind: 'prepare' })}
          >
            {t('prepare.open')}
          </Button>
        ) : (
          <Button
            look="primary"
            disabled={denied !== undefined || waiting !== undefined || step.isPending || handover.state === 'accepted'}
            title={denied ?? waiting}
            onClick={() => run({ method: 'accept' })}
          >
            {t('accept.sign')}
          </Button>
        )}
        <Button onClick={() => window.print()}>{t('print')}</Button>
        {waiting ? <span className={styles.small}>{waiting}</span> : null}
      </div>
      {dialog?.kind === 'prepare' ? (
        <PrepareDialog
          known={handover.mustKnow}
          busy={step.isPending}
          onSign={(mustKnow) => run({ method: 'prepare', mustKnow })}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog?.kind === 'remove' ? (
        <RemoveDialog
          busy={step.isPending}
          onRemove={(reason) => run({ method: 'remove-item', itemId: dialog.itemId, reason })}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </div>
  )
}
