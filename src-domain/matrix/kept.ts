/** Values by key. Each is worked out again only when what it depends on has changed, and is the same object until then. */
export class Kept<Value> {
  readonly #known = new Map<string, { readonly inputs: readonly unknown[]; readonly value: Value }>()

  /** @param inputs all that the value depends on; compared one by one, objects by identity */
  get(key: string, inputs: readonly unknown[], make: () => Value): Value {
    const before = this.#known.get(key)
    if (before && inputs.every((input, i) => Object.is(input, before.inputs[i]))) return before.value
    const value = make()
    this.#known.set(key, { inputs, value })
    return value
  }
}
