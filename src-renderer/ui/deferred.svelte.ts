import { untrack } from 'svelte'
import { afterFrame } from './after-frame'

/**
 * A value that follows a frame later, for content that can wait until the user's action is visible. Call it while a
 * component is initialised.
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
