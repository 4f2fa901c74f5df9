import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { collectGarbage } from './collect-garbage'

test('what nothing refers to any more is collected', async () => {
  const left = new WeakRef({ bytes: Buffer.alloc(1024) })
  // A weak reference holds its object until the end of the turn in which it was made.
  await setTimeout(0)
  collectGarbage()
  expect(left.deref()).toBeUndefined()
})
