const DEPTH_LIMIT = 64

/**
 * What in a value parsed from JSON could harm whoever copies or walks it, in words; undefined when nothing could. Keys
 * such as `__proto__` change what an object is when copied; depth without end exhausts the stack of a recursive reader;
 * a number that is too large to be one would be written as null.
 */
export function findUnsafeJson(value: unknown): string | undefined {
  const waiting: { value: unknown; depth: number }[] = [{ value, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (typeof next.value === 'number' && !Number.isFinite(next.value)) return 'it has a number without end'
    if (typeof next.value !== 'object' || next.value === null) continue
    if (next.depth > DEPTH_LIMIT) return 'it is nested too deeply'
    for (const key of Object.keys(next.value)) {
      if (key === '__proto__' || key === 'constructor' || key === 'prototype') return `it has a key “${key}”`
      waiting.push({ value: (next.value as Record<string, unknown>)[key], depth: next.depth + 1 })
    }
  }
  return undefined
}
