import { useMemo, useState, type CSSProperties } from 'react'
import { pixelPitchMm, checkProfile, wallType, type WallField, type WallProfile } from '../../domain/wall/profile.ts'
import { WALL_PROFILES } from '../../domain/wall/profiles.data.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/fields.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import styles from './calibration.module.css'
import { WallLinksPanel } from './wall-links-panel.tsx'

const FIELDS: readonly WallField[] = [
  'panelWidthPx',
  'panelHeightPx',
  'diagonalIn',
  'columns',
  'rows',
  'bezelPx',
  'distanceM',
  'dpr',
]
type Draft = Readonly<Record<WallField, string>>

/** Length of the bar that is held against a ruler, mm. */
const BAR_MM = 200

function draftOf(profile: WallProfile): Draft {
  return {
    panelWidthPx: String(profile.panelWidthPx),
    panelHeightPx: String(profile.panelHeightPx),
    diagonalIn: String(profile.diagonalIn),
    columns: String(profile.columns),
    rows: String(profile.rows),
    bezelPx: String(profile.bezelPx),
    distanceM: String(profile.distanceM),
    dpr: String(profile.dpr),
  }
}

/** An empty field is no number, not zero. */
const read = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text.replace(',', '.')))

function profileOfDraft(draft: Draft): WallProfile {
  const known = WALL_PROFILES.find((profile) => FIELDS.every((field) => profile[field] === read(draft[field])))
  return {
    id: known?.id ?? 'custom',
    panelWidthPx: read(draft.panelWidthPx),
    panelHeightPx: read(draft.panelHeightPx),
    diagonalIn: read(draft.diagonalIn),
    columns: read(draft.columns),
    rows: read(draft.rows),
    bezelPx: read(draft.bezelPx),
    distanceM: read(draft.distanceM),
    dpr: read(draft.dpr),
  }
}

/** What the sizes come to: a bar to be measured and texts to be read from the farthest place. */
function Sample({ profile }: { profile: WallProfile }) {
  const t = useText('wall')
  const format = useFormat()
  const type = wallType(profile)
  const barPx = BAR_MM / pixelPitchMm(profile) / profile.dpr
  const sizes: CSSProperties & Record<`--${string}`, string> = {
    '--label': `${type.label}px`,
    '--reading': `${type.text}px`,
    '--status': `${type.status}px`,
  }
  return (
    <section className={styles.sample} style={sizes}>
      <PanelHeader title={t('calibrate.sample')} />
      <p>{t('calibrate.bar', { length: format.number(BAR_MM) })}</p>
      <div className={styles.bar} style={{ width: barPx }} data-ruler="" />
      <p className={styles.label}>{t('calibrate.sampleLabel', { px: format.number(type.label) })}</p>
      <p className={styles.text}>{t('calibrate.sampleText', { px: format.number(type.text) })}</p>
      <p className={styles.status}>{t('calibrate.sampleStatus', { px: format.number(type.status) })}</p>
    </section>
  )
}

export interface CalibrationPageProps {
  parkId: string
  start: WallProfile
  /** Name of a profile that an address asked for and that does not exist. */
  unknownProfile: string | null
  /** Address of a wall; with a token that of a wall link. */
  linkOf: (profile: WallProfile, key: string | null) => string
}

/** Works out a wall from the size of its panels and the farthest viewer, and gives its address. */
export function CalibrationPage({ parkId, start, unknownProfile, linkOf }: CalibrationPageProps) {
  const t = useText('wall')
  const format = useFormat()
  const [draft, setDraft] = useState(() => draftOf(start))
  const profile = useMemo(() => profileOfDraft(draft), [draft])
  const result = useMemo(() => checkProfile(profile), [profile])
  const errorOf = (field: WallField): string | undefined => {
    if (result.ok || result.fault.field !== field) return undefined
    const { reason, min, max } = result.fault
    const decimals = field === 'distanceM' || field === 'diagonalIn' || field === 'dpr' ? 1 : 0
    return t(`fault.${reason}`, {
      min: format.number(min, decimals),
      // A viewer a hair too far must not be told the distance that was refused.
      max: format.number(reason === 'too-far' ? Math.floor(max * 10) / 10 : max, decimals),
    })
  }
  return (
    <main className={styles.page}>
      <a className={styles.link} href={`#/${parkId}/overview`}>
        {t('calibrate.back')}
      </a>
      <h1 className={styles.title}>{t('calibrate.title')}</h1>
      <p className={styles.intro}>{t('calibrate.intro')}</p>
      {unknownProfile === null ? null : <p role="alert">{t('profile.unknown', { id: unknownProfile })}</p>}
      <div className={styles.presets}>
        {WALL_PROFILES.map((known) => (
          <Button key={known.id} aria-pressed={profile.id === known.id} onClick={() => setDraft(draftOf(known))}>
            {t(`profile.${known.id}`)}
          </Button>
        ))}
      </div>
      <form className={styles.fields} onSubmit={(event) => event.preventDefault()}>
        {FIELDS.map((field) => (
          <TextField
            key={field}
            label={t(`field.${field}`)}
            value={draft[field]}
            onChange={(value) => setDraft((before) => ({ ...before, [field]: value }))}
            error={errorOf(field)}
          />
        ))}
      </form>
      {result.ok ? (
        <>
          <section>
            <PanelHeader title={t('calibrate.link')} />
            <a className={styles.link} href={linkOf(result.profile, null)}>
              {linkOf(result.profile, null)}
            </a>
            <p className={styles.note}>{t('calibrate.linkNote')}</p>
          </section>
          <WallLinksPanel parkId={parkId} profile={result.profile} linkOf={linkOf} />
          <Sample profile={result.profile} />
        </>
      ) : null}
    </main>
  )
}
