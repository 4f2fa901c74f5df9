import { expect, test } from 'vitest'
import { combinationOf, keysOf, labelOf, labelsOf, listenFor, verdictOn, withKey, withoutKeys } from './keys'

const pressed = (key: string, held: string[] = [], code = '') => ({
  key,
  code,
  ctrlKey: held.includes('Control'),
  metaKey: held.includes('Meta'),
  altKey: held.includes('Alt'),
  shiftKey: held.includes('Shift'),
})

test.each([
  [pressed('j'), false, 'j'],
  [pressed('J', ['Shift']), false, 'Shift+j'],
  [pressed('{', ['Shift']), false, 'Shift+{'],
  [pressed('k', ['Control']), false, '$mod+k'],
  [pressed('k', ['Meta']), true, '$mod+k'],
  [pressed('k', ['Control']), true, 'Control+k'],
  [pressed('®', ['Alt'], 'KeyR'), true, 'Alt+r'],
  [pressed('¡', ['Alt'], 'Digit1'), true, 'Alt+1'],
  [pressed(' '), false, 'Space'],
  [pressed('+', ['Control']), false, '$mod++'],
  [pressed('F2', ['Alt', 'Control', 'Shift']), false, '$mod+Alt+Shift+F2'],
  [pressed('Shift', ['Shift']), false, undefined],
  [pressed('Dead'), false, undefined],
  [pressed('Tab'), false, undefined],
  [pressed('Escape'), false, undefined],
])('a key press is a combination or not: %j', (event, isMac, combination) =>
  expect(combinationOf(event, isMac)).toBe(combination),
)

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

test('on a Mac, keys with Option are matched by their position', () => {
  expect(listenFor('Alt+r', true)).toBe('Alt+KeyR')
  expect(listenFor('$mod+Alt+1', true)).toBe('$mod+Alt+Digit1')
  expect(listenFor('Alt+r', false)).toBe('Alt+r')
  expect(listenFor('r', true)).toBe('r')
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
