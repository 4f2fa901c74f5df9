/**
 * A value that is made at its first use. For values that take milliseconds to make and that most starts of the program
 * do not need, such as patterns of a thousand words: each import runs in a process of its own.
 */
export function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => (made ??= { value: make() }).value
}
