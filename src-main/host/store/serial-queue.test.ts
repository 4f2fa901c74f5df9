import { expect, test } from 'vitest'
import { SerialQueue } from './serial-queue'

test('tasks run in the order in which they were added, one at a time', async () => {
  const queue = new SerialQueue()
  const order: string[] = []
  let letGo = (): void => undefined
  const held = new Promise<void>((done) => (letGo = done))
  const first = queue.run(async () => {
    order.push('first begins')
    await held
    order.push('first ends')
  })
  const second = queue.run(() => Promise.resolve(order.push('second')))
  await Promise.resolve()
  letGo()
  await Promise.all([first, second])
  expect(order).toEqual(['first begins', 'first ends', 'second'])
})

test('a failed task rejects its own promise, and does not stop the next', async () => {
  const queue = new SerialQueue()
  const failed = queue.run(() => Promise.reject(new Error('no')))
  const next = queue.run(() => Promise.resolve('yes'))
  await expect(failed).rejects.toThrow('no')
  expect(await next).toBe('yes')
})
