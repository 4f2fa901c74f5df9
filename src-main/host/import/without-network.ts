const NETWORK = ['fetch', 'Headers', 'Request', 'FormData', 'WebSocket', 'EventSource'] as const

/**
 * Takes the web’s ways to the network away from this process, which reads one file and needs none: a parser that a file
 * tricks into a request finds nothing to make it with. It also saves time. Node loads these at the first look at any of
 * them, and pdf.js looks at `Response` when it loads: without it, that takes a sixth less.
 */
export function withoutNetwork(): void {
  for (const name of NETWORK) replace(name, undefined)
  // pdf.js adds a method to it, for saving documents.
  replace('Response', class {})
}

const replace = (name: string, value: unknown): void =>
  void Reflect.defineProperty(globalThis, name, { value, configurable: true, writable: true })
