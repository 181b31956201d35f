/**
 * Public holidays of Viet Nam as `YYYY-MM-DD`, from the yearly announcements of the ministry in charge of labour;
 * days of 2027 follow the lunar calendar, their bridging days are simulated.
 */
export const PUBLIC_HOLIDAYS: readonly string[] = [
  '2024-01-01',
  '2024-04-18',
  '2024-04-30',
  '2024-05-01',
  '2024-09-02',
  '2024-09-03',
  '2025-01-01',
  '2025-04-07',
  '2025-04-30',
  '2025-05-01',
  '2025-09-01',
  '2025-09-02',
  '2026-01-01',
  '2026-04-26',
  '2026-04-27',
  '2026-04-30',
  '2026-05-01',
  '2026-09-01',
  '2026-09-02',
  '2027-01-01',
  '2027-04-16',
  '2027-04-30',
  '2027-05-01',
  '2027-09-02',
  '2027-09-03',
]

/** First day of the lunar year (Tết). */
export const LUNAR_NEW_YEAR: readonly string[] = ['2024-02-10', '2025-01-29', '2026-02-17', '2027-02-06', '2028-01-26']
