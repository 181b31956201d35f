import { Fragment, useMemo, useState } from 'react'
import type { Locale, LocalizedText } from '../../contract/primitives.ts'
import type { RegisterId, RegisterSet } from '../../contract/registers.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { fillForm, type FilledField } from '../../domain/report/fill-form.ts'
import { FORM_A4, FORM_B4 } from '../../domain/report/form-fields.data.ts'
import type { ScorecardInput } from '../../domain/scorecard/scorecard-types.ts'
import { firmsOf } from '../../domain/scorecard/firms.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { createFormat } from '../../i18n/format-values.ts'
import { type Text, useText } from '../../i18n/use-text.ts'
import { useOptionalTextIn, useTextIn } from '../../i18n/use-text-in.ts'
import { unitWords } from '../../i18n/unit-words.ts'
import { useView } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/fields.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { dayMs } from './criterion-texts.ts'
import { SheetExports } from './sheet-exports.tsx'
import styles from './registers.module.css'

const FORMS = ['form-a4', 'form-b4'] as const

/** The authority's language: print and sheets of the forms are in it, whatever language the screen has. */
const OFFICIAL = 'vi'

interface FormWords {
  t: Text<'scorecard'>
  label: (key: string) => string
  answer: (field: FilledField) => string
  date: (ms: number) => string
  simulated: string
}

/** Free text of the registers by the text as it was written: a form repeats it, in the language of the form. */
function phrasesOf(registers: RegisterSet): ReadonlyMap<string, LocalizedText> {
  const found = new Map<string, LocalizedText>()
  for (const rows of Object.values(registers)) {
    for (const row of rows) {
      const written: Readonly<Record<string, unknown>> = row
      for (const [key, text] of Object.entries(row.texts ?? {})) {
        const said = written[key]
        if (typeof said === 'string') found.set(said, text)
      }
    }
  }
  return found
}

/** Fields and answers of a form in one language. */
function useFormWords(locale: Locale, zone: string, registers: RegisterSet): FormWords {
  const t = useTextIn('scorecard', locale)
  const named = useOptionalTextIn('scorecard', locale)
  const format = useMemo(() => createFormat(locale, zone), [locale, zone])
  const shell = useTextIn('shell', locale)
  const phrases = useMemo(() => phrasesOf(registers), [registers])
  return {
    t,
    date: format.date,
    simulated: shell('simulated'),
    label: (key) => named(`form.field.${key}`, key),
    answer: ({ value, field }) => {
      if (value === null) return t('form.gap')
      if (typeof value === 'number') {
        const unit = field.unit === 'text' ? '1' : field.unit
        return format.quantity(value, unit, Number.isInteger(value) ? 0 : 2)
      }
      if (typeof value === 'string')
        return value === 'yes' || value === 'no' ? t(value) : (phrases.get(value)?.[locale] ?? value)
      return value.map((one) => named(`form.option.${one}`, phrases.get(one)?.[locale] ?? one)).join(', ')
    },
  }
}

function rowsText(t: Text<'scorecard'>, count: number, registerId: RegisterId): string {
  return t('form.rows', { count, register: t(`register.${registerId}`) })
}

/** A text for the screen and the same for paper in the authority's language. */
function Official({ own, paper }: { own: string; paper: string }) {
  if (own === paper) return own
  return (
    <>
      <span data-screen-only="">{own}</span>
      <span lang={OFFICIAL} data-print-only="">
        {paper}
      </span>
    </>
  )
}

/** Forms A.4 and B.4 from the registers: every field with its source, what is missing listed as a gap. */
export function FormsView({ index, input }: { index: ParkIndex; input: ScorecardInput }) {
  const t = useText('scorecard')
  const format = useFormat()
  const locale = useLocale()
  const zone = index.park.timeZone
  const own = useFormWords(locale, zone, input.registers)
  const paper = useFormWords(OFFICIAL, zone, input.registers)
  const { view, patch } = useView()
  const firms = firmsOf(input, 'operating')
  const [chosen, setChosen] = useState<string | null>(null)
  const form = FORMS.find((one) => one === view.measure) ?? 'form-a4'
  const { registers, facts, today } = input
  const year = Number(today.slice(0, 4))
  // Opens on the firm that has most to tell.
  const told = new Map<string | null, number>()
  for (const { tenantId: id } of registers['recp-solutions']) told.set(id, (told.get(id) ?? 0) + 1)
  const first = firms.toSorted((a, b) => (told.get(b.tenantId) ?? 0) - (told.get(a.tenantId) ?? 0))[0]?.tenantId ?? ''
  const tenantId = form === 'form-b4' ? (chosen ?? first) : null
  const filled = fillForm(form === 'form-a4' ? FORM_A4 : FORM_B4, { registers, facts, year, tenantId })
  const groups = [...new Set(filled.fields.map(({ field }) => field.group))]
  const nameOf = (id: string): string => index.tenantById.get(id)?.name ?? id
  const rows = (): string[][] => [
    [
      paper.t(`form.title.${form}`, { year: String(year - 1) }),
      index.park.name.vi,
      tenantId === null ? '' : nameOf(tenantId),
      paper.t('form.asOf', { date: paper.date(dayMs(today)) }),
    ],
    ...(index.park.dataMode === 'simulated' ? [[paper.simulated]] : []),
    [
      paper.t('form.column.field'),
      paper.t('form.column.answer'),
      paper.t('form.column.unit'),
      paper.t('form.column.source'),
    ],
    ...filled.fields.map((one) => [
      paper.label(one.field.key),
      paper.answer(one),
      one.field.unit === 'text' ? '' : unitWords(one.field.unit, OFFICIAL),
      one.sources.map(({ id }) => id).join(' | '),
    ]),
  ]
  return (
    <div className={styles.forms} data-paper="">
      <div className={styles.tools} data-screen-only="">
        <Segmented
          label={t('form.which')}
          value={form}
          options={[
            { id: 'form-a4', label: t('form.a4') },
            { id: 'form-b4', label: t('form.b4') },
          ]}
          onChange={(id) => patch({ measure: id })}
        />
        {form === 'form-b4' ? (
          <SelectField
            label={t('form.tenant')}
            value={tenantId ?? ''}
            options={firms.map((firm) => ({ id: String(firm.tenantId), label: nameOf(firm.tenantId) }))}
            onChange={setChosen}
          />
        ) : null}
        <SheetExports name={`${index.park.id}-${form}-${year - 1}`} rows={rows} />
        <Button onClick={() => window.print()}>{t('form.print')}</Button>
      </div>
      <h2 className={styles.formTitle}>
        <Official
          own={t(`form.title.${form}`, { year: String(year - 1) })}
          paper={paper.t(`form.title.${form}`, { year: String(year - 1) })}
        />
      </h2>
      <p className={styles.paperLine} lang={OFFICIAL} data-print-only="">
        {[
          index.park.name.vi,
          index.park.address.vi,
          tenantId === null ? null : nameOf(tenantId),
          paper.t('form.asOf', { date: paper.date(dayMs(today)) }),
          index.park.dataMode === 'simulated' ? paper.simulated : null,
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      <p className={styles.soft} data-screen-only="">
        {t('form.filled', { filled: format.number(filled.filled), all: format.number(filled.fields.length) })}
        {filled.gaps.length > 0
          ? ` · ${t('form.gaps', { gaps: filled.gaps.map(({ key }) => own.label(key)).join(', ') })}`
          : ''}
      </p>
      <table className={styles.form} aria-label={t(`form.${form === 'form-a4' ? 'a4' : 'b4'}`)}>
        <thead>
          <tr>
            <th scope="col">
              <Official own={t('form.column.field')} paper={paper.t('form.column.field')} />
            </th>
            <th scope="col">
              <Official own={t('form.column.answer')} paper={paper.t('form.column.answer')} />
            </th>
            <th scope="col">
              <Official own={t('form.column.source')} paper={paper.t('form.column.source')} />
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <Fragment key={group}>
              <tr className={styles.group}>
                <th colSpan={3} scope="colgroup">
                  <Official own={t(`form.group.${group}`)} paper={paper.t(`form.group.${group}`)} />
                </th>
              </tr>
              {filled.fields
                .filter(({ field }) => field.group === group)
                .map((one) => {
                  const [source] = one.sources
                  return (
                    <tr key={one.field.key} data-gap={one.value === null ? '' : undefined}>
                      <th scope="row">
                        <Official own={own.label(one.field.key)} paper={paper.label(one.field.key)} />
                      </th>
                      <td className={styles.answer}>
                        <Official own={own.answer(one)} paper={paper.answer(one)} />
                      </td>
                      <td className={styles.soft}>
                        {source === undefined ? (
                          '–'
                        ) : source.registerId === null ? (
                          <Official own={t('evidence.fact')} paper={paper.t('evidence.fact')} />
                        ) : (
                          <button
                            type="button"
                            className={styles.link}
                            onClick={() =>
                              patch({ tab: 'registers', measure: null, item: `${source.registerId}:${source.id}` })
                            }
                          >
                            <Official
                              own={rowsText(t, one.sources.length, source.registerId)}
                              paper={rowsText(paper.t, one.sources.length, source.registerId)}
                            />
                          </button>
                        )}
                      </td>
                    </tr>
                  )
                })}
            </Fragment>
          ))}
        </tbody>
      </table>
      <div className={styles.formSigns} lang={OFFICIAL} data-print-only="">
        <span>{paper.t('form.sign.made')}</span>
        <span>{paper.t('form.sign.head')}</span>
      </div>
    </div>
  )
}
