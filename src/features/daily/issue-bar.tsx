import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newIdempotencyKey } from '../../api/alarm-commands.ts'
import { dailyQueries, issueDaily } from '../../api/register-queries.ts'
import type { DailyReport, DailyRevision } from '../../contract/daily.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/fields.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useDenied } from '../../ui/use-denied.ts'
import { useErrorText } from '../../ui/use-error-text.ts'

/** Issues the day, or revises it with a reason. What was issued is never changed: a revision stands beside it. */
export function IssueBar({
  parkId,
  report,
  last,
}: {
  parkId: string
  report: DailyReport
  last: DailyRevision | null
}) {
  const t = useText('daily')
  const errorText = useErrorText()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [key, setKey] = useState('')
  const send = useMutation({
    mutationFn: () =>
      issueDaily(parkId, report.date, {
        after: last?.revision ?? 0,
        reason: last === null ? null : reason.trim(),
        report,
        idempotencyKey: key,
      }),
    onSuccess: async () => {
      setAsking(false)
      setReason('')
      await client.invalidateQueries({ queryKey: dailyQueries.day(parkId, report.date).queryKey })
    },
  })
  const denied = useDenied('report.issue')
  const word = last === null ? t('issue') : t('revise')
  return (
    <>
      <Button
        look="primary"
        disabled={denied !== undefined}
        title={denied}
        onClick={() => {
          setKey(newIdempotencyKey())
          setAsking(true)
        }}
      >
        {word}
      </Button>
      {asking ? (
        <FormDialog
          title={word}
          submit={word}
          busy={send.isPending}
          blocked={last === null || reason.trim().length > 0 ? undefined : t('needsReason')}
          error={send.isError ? errorText(send.error) : null}
          onSubmit={() => send.mutate()}
          onClose={() => setAsking(false)}
        >
          {last === null ? (
            <p>{t('issueText')}</p>
          ) : (
            <TextArea label={t('reason')} value={reason} maxLength={400} onChange={setReason} />
          )}
        </FormDialog>
      ) : null}
    </>
  )
}
