/** What a drawing takes from the page's style sheets and a picture on its own would lack. */
const INKED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'font-variant-numeric',
  'display',
] as const

/** A drawing as a picture address, with every token and font written into it; `word` has the last say on its texts. */
export function svgPicture(svg: SVGSVGElement, word: (text: string) => string, pixelRatio = 2): string {
  const box = svg.getBoundingClientRect()
  const copy = svg.cloneNode(true)
  if (!(copy instanceof SVGSVGElement)) return ''
  const from = [svg, ...svg.querySelectorAll('*')]
  const to = [copy, ...copy.querySelectorAll('*')]
  for (const [at, source] of from.entries()) {
    const target = to[at]
    if (!(target instanceof SVGElement)) continue
    const style = getComputedStyle(source)
    for (const name of INKED) target.style.setProperty(name, style.getPropertyValue(name))
  }
  const texts = document.createNodeIterator(copy, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    node.textContent = word(node.textContent ?? '')
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('viewBox', `0 0 ${box.width} ${box.height}`)
  copy.setAttribute('width', String(box.width * pixelRatio))
  copy.setAttribute('height', String(box.height * pixelRatio))
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`
}
