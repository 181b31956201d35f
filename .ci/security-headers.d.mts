export function contentSecurityPolicy(config?: object, connect?: readonly string[]): string
export function securityHeaders(config?: object, connect?: readonly string[]): Record<string, string>
