import { now, parseDateTime, toCalendarDateTime, parseDate, toZoned, type ZonedDateTime } from '@internationalized/date'
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react'
import { useContext, useId, useState } from 'react'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  I18nProvider,
  Popover,
  Text,
} from 'react-aria-components'
import { ZoneContext, useLocale } from '../i18n/format.ts'
import { LOCALE_TAG } from '../i18n/locales.ts'
import { cx } from './cx.ts'
import styles from './date-field.module.css'
import fields from './fields.module.css'

export interface DateFieldProps {
  label: string
  /** `2026-11-20`, with a time `2026-11-20T10:05`; empty for none. */
  value: string
  /** Called with whole dates only, in the form of `value`. */
  onChange: (value: string) => void
  withTime?: boolean | undefined
  /** Last day that can be picked, as `2026-11-20`. */
  last?: string | undefined
  /** What is wrong with it; the field is then announced as invalid. */
  error?: string | undefined
  /** The label is for screen readers only: the place says what the date is. */
  labelIsHidden?: boolean | undefined
}

const FIRST_YEAR = 1900

/** With its zone, without which today would be the viewer's. */
function parsed(value: string, withTime: boolean, zone: string): ZonedDateTime | null {
  try {
    return toZoned(withTime ? parseDateTime(value) : toCalendarDateTime(parseDate(value)), zone)
  } catch {
    // Half a date, as the address of a page may hold it.
    return null
  }
}

/** A month to pick a day from, in the park's week and language. */
function Month() {
  return (
    <Calendar>
      <header className={styles.head}>
        <Button slot="previous" className={styles.turn ?? ''}>
          <ChevronLeft className={styles.icon} aria-hidden="true" />
        </Button>
        <CalendarHeading className={styles.month ?? ''} />
        <Button slot="next" className={styles.turn ?? ''}>
          <ChevronRight className={styles.icon} aria-hidden="true" />
        </Button>
      </header>
      <CalendarGrid className={styles.grid ?? ''} weekdayStyle="narrow">
        <CalendarGridHeader>
          {(day) => <CalendarHeaderCell className={styles.weekday ?? ''}>{day}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>{(date) => <CalendarCell className={styles.day ?? ''} date={date} />}</CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  )
}

/**
 * A date, and a time of day where asked for, part by part in the order of the screen's language: the browser's own
 * field goes by the language of the browser. Today is the park's.
 */
export function DateField({
  label,
  value,
  onChange,
  withTime = false,
  last,
  error,
  labelIsHidden = false,
}: DateFieldProps) {
  const labelId = useId()
  const locale = useLocale()
  const zone = useContext(ZoneContext)
  // What is being typed over stays in the field while it is no date yet.
  const [told, setTold] = useState(value)
  const [shown, setShown] = useState(() => parsed(value, withTime, zone))
  if (told !== value) {
    setTold(value)
    setShown(parsed(value, withTime, zone))
  }
  const [opensAt] = useState(() => now(zone))
  return (
    <I18nProvider locale={LOCALE_TAG[locale]}>
      <DatePicker<ZonedDateTime>
        className={fields.field ?? ''}
        // Not the library's own label: hidden with its page while code loads, it is taken for missing.
        aria-labelledby={labelId}
        value={shown}
        placeholderValue={opensAt}
        maxValue={last === undefined ? null : parsed(last, false, zone)}
        hideTimeZone
        granularity={withTime ? 'minute' : 'day'}
        hourCycle={24}
        shouldForceLeadingZeros
        isInvalid={error !== undefined}
        onChange={(next) => {
          setShown(next)
          // The first digits of a year.
          if (next !== null && next.year < FIRST_YEAR) return
          const text = next === null ? '' : next.toString().slice(0, withTime ? 16 : 10)
          setTold(text)
          onChange(text)
        }}
      >
        <span id={labelId} className={labelIsHidden ? 'visually-hidden' : fields.label}>
          {label}
        </span>
        <Group className={cx(fields.input, styles.box)}>
          <DateInput className={styles.parts ?? ''}>
            {(segment) => <DateSegment className={styles.part ?? ''} segment={segment} />}
          </DateInput>
          <Button className={styles.open ?? ''}>
            <CalendarDays className={styles.icon} aria-hidden="true" />
          </Button>
        </Group>
        {error === undefined ? null : (
          <Text slot="errorMessage" className={fields.error ?? ''}>
            {error}
          </Text>
        )}
        <Popover className={styles.popover ?? ''} placement="bottom start">
          <Dialog className={styles.dialog ?? ''}>
            <Month />
          </Dialog>
        </Popover>
      </DatePicker>
    </I18nProvider>
  )
}
