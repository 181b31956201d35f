/** What a browser that knows Trusted Types offers. The compiler's DOM types do not have it yet. */
interface PolicyRules {
  createHTML: (text: string) => string | null
  createScriptURL: (address: string) => string | null
}

interface PolicyFactory {
  createPolicy: (name: string, rules: PolicyRules) => unknown
}

function isFactory(found: unknown): found is PolicyFactory {
  return typeof found === 'object' && found !== null && 'createPolicy' in found
}

/**
 * Rules for what is handed to a place of the page that could run it: markup only if it is empty (libraries clear their
 * elements that way), code only from the page's own host. Null refuses: the browser throws.
 */
export function sinkRules(pageAddress: string): PolicyRules {
  const { origin } = new URL(pageAddress)
  return {
    createHTML: (text) => (text === '' ? text : null),
    createScriptURL: (address) =>
      URL.canParse(address, pageAddress) && new URL(address, pageAddress).origin === origin ? address : null,
  }
}

/** Sets the rules for the life of the page. They count where the host's policy asks for Trusted Types. */
export function guardSinks(): void {
  const factory: unknown = Reflect.get(globalThis, 'trustedTypes')
  if (isFactory(factory)) factory.createPolicy('default', sinkRules(location.href))
}
