import { onDestroy, untrack } from 'svelte'
import { afterFrame } from './after-frame'

/**
 * A value that follows a frame later, for content that can wait until the user's action is visible. Call it while a
 * component is initialised.
 */
export function deferred<Value>(value: () => Value): () => Value {
  let followed = $state.raw(untrack(value))
  let callOff: (() => void) | undefined
  // Follows the value, which may depend on anything, at the pace of the screen.
  $effect(() => {
    void value()
    callOff ??= afterFrame(() => {
      callOff = undefined
      followed = untrack(value)
    })
  })
  onDestroy(() => callOff?.())
  return () => followed
}
