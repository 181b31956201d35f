import { afterEach, beforeEach, expect, it, vi } from 'vitest'

const UNMASKED = 0x9246
const RENDERER = 0x1f01

/** A graphics context that tells one name, with or without the extension that tells the true one. */
function contextOf(name: string, hasInfo: boolean) {
  return {
    RENDERER,
    getExtension: (extension: string) =>
      extension === 'WEBGL_debug_renderer_info' && hasInfo ? { UNMASKED_RENDERER_WEBGL: UNMASKED } : null,
    getParameter: (key: number) => (key === (hasInfo ? UNMASKED : RENDERER) ? name : 'WebKit WebGL'),
  }
}

/** The answer is kept for the page's life: each case loads the module anew. */
async function cardWith(context: object | null): Promise<boolean> {
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => context }) })
  const { hasGraphicsCard } = await import('../../src/map/graphics-card.ts')
  return hasGraphicsCard()
}

beforeEach(() => vi.resetModules())
afterEach(() => vi.unstubAllGlobals())

it.each([
  'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
  'Mesa/X.org, llvmpipe (LLVM 15.0.6, 256 bits)',
  'ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0, D3D11)',
  'Apple Software Renderer',
])('a processor that draws is no card, whatever the browser gives: %s', async (name) => {
  expect(await cardWith(contextOf(name, true))).toBe(false)
  vi.resetModules()
  expect(await cardWith(contextOf(name, false))).toBe(false)
})

it.each([
  'ANGLE (NVIDIA, NVIDIA GeForce RTX 4060 Direct3D11 vs_5_0 ps_5_0, D3D11)',
  'ANGLE (Intel, Mesa Intel(R) UHD Graphics 630 (CFL GT2), OpenGL 4.6)',
  'Apple GPU',
])('a card is one: %s', async (name) => {
  expect(await cardWith(contextOf(name, true))).toBe(true)
})

it('no context that a card would give is no card', async () => {
  expect(await cardWith(null)).toBe(false)
})
