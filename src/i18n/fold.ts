/**
 * Text reduced for search: width and kana forms unified (NFKC, katakana to hiragana), accents and case dropped,
 * đ read as d. "nuoc" finds "nước", "ﾎﾟﾝﾌﾟ" finds "ポンプ".
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u3099\u309a]/g, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/\s+/g, ' ')
    .trim()
}

/** True when every word of the folded query is in the folded text. */
export function matchesFolded(foldedText: string, foldedQuery: string): boolean {
  return foldedQuery.split(' ').every((word) => foldedText.includes(word))
}
