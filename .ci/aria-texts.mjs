/**
 * What the accessible parts say to a screen reader comes with their library in 34 languages, Vietnamese not among them,
 * and all of them travel. The product's three are put in their place.
 */
const VIETNAMESE = {
  autocomplete: { collectionLabel: 'Gợi ý' },
  calendar: {
    previous: 'Trước',
    next: 'Sau',
    selectedDateDescription: 'Ngày đã chọn: {date}',
    selectedRangeDescription: 'Khoảng đã chọn: {dateRange}',
    todayDate: 'Hôm nay, {date}',
    todayDateSelected: 'Hôm nay, {date}, đã chọn',
    dateSelected: '{date}, đã chọn',
    startRangeSelectionPrompt: 'Nhấn để bắt đầu chọn khoảng ngày',
    finishRangeSelectionPrompt: 'Nhấn để kết thúc chọn khoảng ngày',
    minimumDate: 'Ngày đầu tiên có thể chọn',
    maximumDate: 'Ngày cuối cùng có thể chọn',
    dateRange: '{startDate} đến {endDate}',
  },
  datepicker: {
    era: 'kỷ nguyên',
    year: 'năm',
    month: 'tháng',
    day: 'ngày',
    hour: 'giờ',
    minute: 'phút',
    second: 'giây',
    dayPeriod: 'sáng/chiều',
    calendar: 'Lịch',
    startDate: 'Ngày bắt đầu',
    endDate: 'Ngày kết thúc',
    weekday: 'thứ',
    timeZoneName: 'múi giờ',
    selectedDateDescription: 'Ngày đã chọn: {date}',
    selectedRangeDescription: 'Khoảng đã chọn: {startDate} đến {endDate}',
    selectedTimeDescription: 'Giờ đã chọn: {time}',
  },
  overlays: { dismiss: 'Đóng' },
  spinbutton: { Empty: 'Trống' },
}

/** What stands in the parts of an empty date. */
const EMPTY_DATE = "vi: { year: 'nnnn', month: 'tt', day: 'nn' },"

/** A text as the library wants it: a string, or a function of its parts. */
function codeOf(text) {
  if (!text.includes('{')) return JSON.stringify(text)
  return `(parts) => \`${text.replaceAll(/\{(\w+)\}/g, '${parts.$1}')}\``
}

const objectOf = (texts) =>
  `{ ${Object.entries(texts)
    .map(([key, text]) => `${JSON.stringify(key)}: ${codeOf(text)}`)
    .join(', ')} }`

/** Vite plugin: see above. Fails where the library keeps its texts in another way. */
export const ariaTexts = {
  name: 'parkscope-aria-texts',
  transform(code, id) {
    if (id.endsWith('/react-stately/dist/private/datepicker/placeholders.mjs')) {
      if (!code.includes('    ja: {'))
        throw new Error('react-stately keeps what stands in an empty date in another way now')
      return { code: code.replace('    ja: {', `    ${EMPTY_DATE}\n    ja: {`), map: null }
    }
    const [, library, part = ''] =
      /\/node_modules\/(react-aria|react-stately|react-aria-components)\/dist\/private\/(?:(\w+)\/)?intlStrings\.mjs/.exec(
        id,
      ) ?? []
    if (library === undefined) return undefined
    const [, folder] = /from "([^"]+\/)en-US\.mjs"/.exec(code) ?? []
    if (folder === undefined) throw new Error(`${library} keeps its texts in another way now`)
    const vietnamese = library === 'react-aria' ? VIETNAMESE[part] : undefined
    const lines = [
      `import english from "${folder}en-US.mjs"`,
      `import japanese from "${folder}ja-JP.mjs"`,
      `export default { "en-US": english, "ja-JP": japanese${vietnamese ? `, "vi-VN": ${objectOf(vietnamese)}` : ''} }`,
    ]
    return { code: lines.join('\n'), map: null }
  },
}
