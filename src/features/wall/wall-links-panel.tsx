import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { wallLinkMutations, wallLinkQueries } from '../../api/wall-link-queries.ts'
import type { WallProfile } from '../../domain/wall/profile.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/fields.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useDenied } from '../../ui/use-denied.ts'
import { useErrorText } from '../../ui/use-error-text.ts'
import styles from './calibration.module.css'

export interface WallLinksPanelProps {
  parkId: string
  profile: WallProfile
  linkOf: (profile: WallProfile, key: string | null) => string
}

/** Read-only links for walls that have no session: made here, shown once, revoked here. */
export function WallLinksPanel({ parkId, profile, linkOf }: WallLinksPanelProps) {
  const t = useText('wall')
  const words = useText('shell')
  const format = useFormat()
  const errorText = useErrorText()
  const client = useQueryClient()
  const denied = useDenied('wall.link')
  const links = useQuery(wallLinkQueries.list(parkId))
  const make = useMutation(wallLinkMutations.make(client, parkId))
  const revoke = useMutation(wallLinkMutations.revoke(client, parkId))
  const [name, setName] = useState('')
  const made = make.data
  const failed = make.error ?? revoke.error
  return (
    <section className={styles.links}>
      <PanelHeader title={t('links.title')} meta={t('links.meta')} />
      <form
        className={styles.make}
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') make.mutate({ name: name.trim(), profile: profile.id })
        }}
      >
        <TextField label={t('links.name')} value={name} onChange={setName} maxLength={60} hint={t('links.nameHint')} />
        <Button type="submit" look="primary" disabled={denied !== undefined || make.isPending} title={denied}>
          {t('links.make')}
        </Button>
      </form>
      {denied === undefined ? null : <p className={styles.note}>{denied}</p>}
      {made ? (
        <div>
          <p>{t('links.made', { name: made.name })}</p>
          <a className={styles.link} href={linkOf(profile, made.token)} data-wall-link="">
            {linkOf(profile, made.token)}
          </a>
        </div>
      ) : null}
      {failed ? <p role="alert">{errorText(failed)}</p> : null}
      {links.isPending ? (
        <PanelState kind="loading" lines={2} />
      ) : links.isError ? (
        <PanelState kind="error" detail={errorText(links.error)} onRetry={() => void links.refetch()} />
      ) : links.data.length === 0 ? (
        <PanelState kind="empty" text={t('links.none')} />
      ) : (
        <ul className={styles.list}>
          {links.data.map((link) => (
            <li key={link.id} className={styles.item}>
              <b>{link.name}</b>
              <span>{link.profile}</span>
              <span className={styles.note}>
                {t('links.by', {
                  role: words(`role.${link.createdBy}`),
                  time: format.dateTime(Date.parse(link.created)),
                })}
              </span>
              {link.revoked === null ? (
                <Button
                  disabled={denied !== undefined || revoke.isPending}
                  title={denied}
                  onClick={() => revoke.mutate(link.id)}
                >
                  {t('links.revoke')}
                </Button>
              ) : (
                <span>{t('links.revoked', { time: format.dateTime(Date.parse(link.revoked)) })}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
