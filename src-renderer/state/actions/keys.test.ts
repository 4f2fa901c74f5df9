import { expect, test } from 'vitest'
import { keysOf, labelOf, labelsOf, verdictOn, withKey, withoutKeys } from './keys'

test.each([
  ['$mod+Shift+z', false, 'Ctrl Shift Z'],
  ['$mod+Shift+z', true, '⌘⇧Z'],
  ['Shift+?', false, '?'],
  ['Shift+j', false, 'Shift J'],
  ['$mod++', false, 'Ctrl +'],
  ['+', false, '+'],
  ['[', false, '['],
  ['Shift+Delete', false, 'Shift Del'],
])('%s is shown with its usual label', (key, isMac, label) => expect(labelOf(key, isMac)).toBe(label))

test('equal labels are shown once, and a long row as a range', () => {
  expect(labelsOf(['Shift+{', '{'], false)).toEqual(['{'])
  expect(labelsOf(['1', '2', '3', '4'], false)).toEqual(['1 … 4'])
})

const next = { name: 'next', keys: ['j'], changes: false }
const undo = { name: 'undo', keys: ['$mod+z', '$mod+y'], changes: false }
const place = { name: 'place', keys: ['m'], changes: true }
const add = { name: 'add', keys: ['e'], changes: true }
const mark = { name: 'mark', keys: ['1', '2'], changes: true }
const actions = [next, undo, place, add, mark]

test('a key is free, shared by document commands, taken, or a category’s', () => {
  expect(verdictOn(actions, {}, next, 'x')).toEqual({ kind: 'free' })
  expect(verdictOn(actions, {}, next, 'j')).toEqual({ kind: 'free' })
  expect(verdictOn(actions, {}, add, 'M')).toEqual({ kind: 'shared', by: place })
  expect(verdictOn(actions, {}, next, 'm')).toEqual({ kind: 'taken', by: place })
  expect(verdictOn(actions, {}, add, '$mod+z')).toEqual({ kind: 'taken', by: undo })
  expect(verdictOn(actions, {}, add, '2')).toEqual({ kind: 'category', by: mark })
  expect(verdictOn(actions, { next: ['x'] }, add, 'j')).toEqual({ kind: 'free' })
})

test('a key can move to another action, and back to the defaults', () => {
  const own = withKey({}, next, '$mod+z', undo)
  expect(own).toEqual({ next: ['$mod+z'], undo: ['$mod+y'] })
  expect(keysOf(next, own)).toEqual(['$mod+z'])
  expect(keysOf(place, own)).toEqual(['m'])
  expect(withoutKeys(own, next)).toEqual({ undo: ['$mod+y'] })
  expect(withKey(own, next, 'j')).toEqual({ undo: ['$mod+y'] })
})
