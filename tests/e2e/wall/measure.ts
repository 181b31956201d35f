import type { Page } from '@playwright/test'
import { wallLayout } from '../../../src/domain/wall/layout.ts'
import { CAP_RATIO, KANJI_RATIO, arcminOf, type WallProfile } from '../../../src/domain/wall/profile.ts'

interface Line {
  x: number
  y: number
  width: number
  height: number
}

/** One text on the wall as it is laid out, CSS pixels of the wall. */
interface SeenText {
  text: string
  fontPx: number
  lines: Line[]
  box: Line | null
  isAlarmTitle: boolean
  isState: boolean
}

interface Seen {
  texts: SeenText[]
  scrolls: boolean
}

/**
 * Every text that can be seen, with its size and place. With `larger` every live figure and the numbers beside it have
 * one digit more, shares the most they can be: what rows have to hold on another day or in a larger park. Runs in the
 * page.
 */
function collect(larger: boolean): Seen {
  const texts: SeenText[] = []
  const root = document.querySelector('[data-wall]')
  if (!root) return { texts, scrolls: false }
  const before: [Text, string][] = []
  const nodes: Text[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text) nodes.push(node)
  for (const node of larger ? nodes : []) {
    const number = node.parentElement?.closest('[data-live-value], [data-beside]')
    if (!number?.closest('[data-scene]:not([aria-hidden="true"])')) continue
    before.push([node, node.data])
    const isShare = number.matches('[data-live-value]') && number.parentElement?.querySelector('[data-unit="%"]')
    node.data = node.data.replace(/\d[\d.,]*/, (value) => {
      if (isShare) return /[.,]/.test(value) ? '100.0' : '100'
      const more = `8${value}`
      // A wall shows five digits: decimals give way.
      return more.replaceAll(/\D/g, '').length > 5 ? more.replace(/[.,]\d{1,2}$/, '') : more
    })
  }
  for (const node of nodes) {
    const text = node.data.trim()
    const element = node.parentElement
    if (text === '' || !element || element.closest('.visually-hidden')) continue
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const lines = [...range.getClientRects()]
      .filter((rect) => rect.width > 0 && rect.height > 0)
      .map(({ x, y, width, height }) => ({ x, y, width, height }))
    if (lines.length === 0) continue
    const svg = element.closest('svg')
    const zoom = svg ? svg.getBoundingClientRect().width / (svg.viewBox.baseVal.width || svg.clientWidth || 1) : 1
    const edge = element.closest('[data-box]')?.getBoundingClientRect()
    texts.push({
      text,
      fontPx: Number.parseFloat(getComputedStyle(element).fontSize) * zoom,
      lines,
      box: edge ? { x: edge.x, y: edge.y, width: edge.width, height: edge.height } : null,
      isAlarmTitle: element.closest('[data-alarm-title]') !== null && svg === null,
      isState: element.closest('[data-state-word]') !== null,
    })
  }
  for (const [node, text] of before) node.data = text
  const { scrollWidth, scrollHeight } = document.documentElement
  return { texts, scrolls: scrollWidth > window.innerWidth || scrollHeight > window.innerHeight }
}

const KANJI = /[\u4e00-\u9fff]/
const meet = (a: Line, b: Line): boolean =>
  Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 3 &&
  Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > Math.min(a.height, b.height) * 0.35

export interface WallFindings {
  texts: number
  /** Smallest angle that a text spans, minutes of arc. */
  leastArcmin: number
  problems: string[]
}

/** Looks at every text of the wall on a page: large enough, inside its box and its panel, on no other text. */
export async function measureWall(page: Page, profile: WallProfile, larger: boolean): Promise<WallFindings> {
  const { texts, scrolls } = await page.evaluate(collect, larger)
  const { seams, width, height } = wallLayout(profile)
  const problems = scrolls ? ['the page scrolls'] : []
  let leastArcmin = Infinity
  for (const { text, fontPx, lines, box, isAlarmTitle, isState } of texts) {
    const hasKanji = KANJI.test(text)
    const arcmin = arcminOf(profile, fontPx, hasKanji ? KANJI_RATIO : CAP_RATIO)
    leastArcmin = Math.min(leastArcmin, arcmin)
    const least = hasKanji ? (isState ? 30 : 22) : isAlarmTitle || isState ? 20 : 16
    if (arcmin < least - 0.01) problems.push(`"${text}" spans ${arcmin.toFixed(1)}′, least ${least}′`)
    for (const line of lines) {
      if (line.x < -1 || line.y < -1 || line.x + line.width > width + 1 || line.y + line.height > height + 1) {
        problems.push(`"${text}" leaves the wall`)
      }
      if (box && (line.x < box.x - 2 || line.x + line.width > box.x + box.width + 2)) {
        problems.push(`"${text}" is wider than its box by ${(line.x + line.width - box.x - box.width).toFixed(0)} px`)
      }
      if (box && (line.y + line.height * 0.2 < box.y || line.y + line.height * 0.8 > box.y + box.height)) {
        problems.push(`"${text}" is higher than its box`)
      }
      if (
        seams.some((seam) => meet(line, { ...seam, width: Math.max(seam.width, 4), height: Math.max(seam.height, 4) }))
      ) {
        problems.push(`"${text}" crosses a seam`)
      }
    }
  }
  for (const [k, a] of texts.entries()) {
    for (const b of texts.slice(k + 1)) {
      if (a.lines.some((one) => b.lines.some((other) => meet(one, other)))) {
        problems.push(`"${a.text}" and "${b.text}" lie on each other`)
      }
    }
  }
  return { texts: texts.length, leastArcmin, problems: [...new Set(problems)] }
}
