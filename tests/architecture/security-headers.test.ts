import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy, securityHeaders } from '../../.ci/security-headers.mjs'

describe('security headers', () => {
  it('allow code from the own files only, and requests to what config.json names only', () => {
    const policy = contentSecurityPolicy({
      apiBaseUrl: 'https://api.park.example/room',
      liveUrl: 'wss://live.park.example/x',
      oidc: { issuer: 'https://id.park.example/realm' },
    })
    const of = (name: string) => policy.split('; ').find((part) => part.startsWith(`${name} `))
    expect(of('default-src')).toBe("default-src 'none'")
    expect(of('script-src')).toBe("script-src 'self'")
    expect(of('connect-src')).toBe(
      "connect-src 'self' data: https://api.park.example wss://live.park.example wss://api.park.example https://id.park.example",
    )
    expect(of('frame-src')).toBe("frame-src 'self' https://id.park.example")
    expect(of('style-src')).toBe("style-src 'self'")
    expect(policy).not.toMatch(/unsafe-|\*/)
    // A path on the page's own host needs nothing beyond 'self'.
    expect(contentSecurityPolicy({ apiBaseUrl: '/api' })).toContain("connect-src 'self' data:;")
  })

  it.each(['deploy/nginx.conf', 'deploy/Caddyfile'])('%s sends every one of them', (file) => {
    const text = readFileSync(file, 'utf8')
    const missing = Object.entries(securityHeaders()).filter(([name, value]) => !text.includes(`${name} "${value}"`))
    expect(missing).toEqual([])
  })
})
