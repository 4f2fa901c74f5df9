const DEPTH_LIMIT = 64

/**
 * Looks for content that is unsafe to copy or traverse in a value parsed from JSON. A key such as `__proto__` changes
 * the prototype of a copy, deep nesting exhausts the stack of a recursive function, and a number beyond the range of a
 * double is parsed as infinity and would be written as null.
 * @returns a clause that names what was found, or undefined
 */
export function findUnsafeJson(value: unknown): string | undefined {
  const waiting: { value: unknown; depth: number }[] = [{ value, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (typeof next.value === 'number' && !Number.isFinite(next.value)) return 'it has an infinite number'
    if (typeof next.value !== 'object' || next.value === null) continue
    if (next.depth > DEPTH_LIMIT) return 'it is nested too deeply'
    for (const key of Object.keys(next.value)) {
      if (key === '__proto__' || key === 'constructor' || key === 'prototype') return `it has a key “${key}”`
      waiting.push({ value: (next.value as Record<string, unknown>)[key], depth: next.depth + 1 })
    }
  }
  return undefined
}
