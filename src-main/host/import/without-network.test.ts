import { expect, onTestFinished, test } from 'vitest'
import { withoutNetwork } from './without-network'

test('an import process has no way of the web to the network', () => {
  const names = ['fetch', 'Headers', 'Request', 'Response', 'FormData', 'WebSocket', 'EventSource']
  const before = names.map((name) => [name, Reflect.getOwnPropertyDescriptor(globalThis, name)] as const)
  onTestFinished(() => {
    for (const [name, descriptor] of before)
      if (descriptor) Reflect.defineProperty(globalThis, name, descriptor)
      else Reflect.deleteProperty(globalThis, name)
  })
  withoutNetwork()
  for (const name of names.filter((each) => each !== 'Response'))
    expect(Reflect.get(globalThis, name)).toBeUndefined()
  expect(Reflect.get(globalThis, 'Response')).not.toHaveProperty('prototype.json')
})
