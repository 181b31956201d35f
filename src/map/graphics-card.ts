/** Renderers that draw with the processor. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i

let graphicsCard: boolean | undefined

/** Name of what draws, as far as the browser tells it. */
function rendererOf(gl: WebGL2RenderingContext): string {
  const info = gl.getExtension('WEBGL_debug_renderer_info')
  const name: unknown = gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER)
  return typeof name === 'string' ? name : ''
}

/**
 * Whether drawing runs on a graphics card. Multisampling more than doubles a frame where the processor draws;
 * lines and fills of the style are smooth without it. A browser that was told to take the processor for a card does not
 * own up to the caveat, so that the name of the renderer is asked as well.
 */
export function hasGraphicsCard(): boolean {
  if (graphicsCard === undefined) {
    const probe = document.createElement('canvas').getContext('webgl2', { failIfMajorPerformanceCaveat: true })
    graphicsCard = probe !== null && !SOFTWARE.test(rendererOf(probe))
    probe?.getExtension('WEBGL_lose_context')?.loseContext()
  }
  return graphicsCard
}
