const DEPTH_LIMIT = 64

/**
 * Looks for content that is unsafe to copy or traverse in a value parsed from JSON. A key such as `__proto__` changes
 * the prototype of a copy, deep nesting exhausts the stack of a recursive function, and a number beyond the range of a
 * double is parsed as infinity and would be written as null.
 * @returns a clause that names what was found, or undefined
 */
export function findUnsafeJson(value: unknown, left = DEPTH_LIMIT): string | undefined {
  if (typeof value === 'number' && !Number.isFinite(value)) return 'it has an infinite number'
  if (typeof value !== 'object' || value === null) return undefined
  if (left < 0) return 'it is nested too deeply'
  if (Array.isArray(value)) return firstUnsafe(value, left)
  for (const key of Object.keys(value))
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') return `it has a key “${key}”`
  return firstUnsafe(Object.values(value), left)
}

function firstUnsafe(values: readonly unknown[], left: number): string | undefined {
  for (const value of values) {
    const found = findUnsafeJson(value, left - 1)
    if (found !== undefined) return found
  }
  return undefined
}
