import { untrack } from 'svelte'
import { afterFrame } from './after-frame'

/**
 * A value as it was when the last frame had come to the screen: for what nobody waits for, so that what was done is
 * seen before it. To be called while a component is made.
 */
export function deferred<Value>(value: () => Value): () => Value {
  let followed = $state.raw(untrack(value))
  let callOff: (() => void) | undefined
  $effect(() => {
    void value()
    callOff ??= afterFrame(() => {
      callOff = undefined
      followed = untrack(value)
    })
  })
  $effect(() => () => callOff?.())
  return () => followed
}
