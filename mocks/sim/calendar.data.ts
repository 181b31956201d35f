/** First day of the lunar year (Tết). */
export const LUNAR_NEW_YEAR: readonly string[] = ['2024-02-10', '2025-01-29', '2026-02-17', '2027-02-06', '2028-01-26']
