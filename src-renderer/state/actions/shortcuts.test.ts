// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import { Builder } from '#domain/testing/build'
import { workspaceOf } from '../testing/workspace'
import { keyOf, shortcuts, withKeyOf } from './shortcuts'

beforeEach(() => document.body.replaceChildren())

/** A workspace whose window hears keys, with some words of its article selected. */
function listening() {
  const builder = new Builder()
  const source = builder.source('Ankara bought the system.')
  const opened = workspaceOf(builder)
  opened.view.selectWords(source, { start: 0, end: 6 })
  const onkeydown = shortcuts(opened.workspace)
  /** Presses a key on an element, and answers whether an action took it. */
  const press = (key: string, on: EventTarget = document.body, init: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init })
    on.addEventListener('keydown', (heard) => onkeydown(heard as KeyboardEvent), { once: true })
    on.dispatchEvent(event)
    return event.defaultPrevented
  }
  return { ...opened, press }
}

function added<Name extends keyof HTMLElementTagNameMap>(name: Name): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  document.body.append(element)
  return element
}

test('a key runs its action, without the browser’s own action', () => {
  const { session, press } = listening()
  expect(press('1')).toBe(true)
  expect([...session.project.claims.values()]).toMatchObject([{ text: 'Ankara', category: 'evidence' }])
})

test('a key without an applicable action is left to the browser', () => {
  const { session, view, press } = listening()
  view.deselect()
  expect(press('1')).toBe(false)
  expect(session.project.claims.size).toBe(0)
})

test('keys are letters in text fields, except for keys that always work', () => {
  const { workspace, session, press } = listening()
  for (const field of [added('input'), added('textarea'), added('select')])
    expect(press('1', field)).toBe(false)
  expect(session.project.claims.size).toBe(0)
  expect(press('k', added('input'), { ctrlKey: true, code: 'KeyK' })).toBe(true)
  expect(workspace.dialog).toBe('palette')
})

test('a button keeps Enter and the space bar for itself', () => {
  const { workspace, press } = listening()
  workspace.settings = { ...workspace.settings, keys: { 'claim.fromSelectionToMap': ['Enter'] } }
  expect(press('Enter', added('button'))).toBe(false)
  expect(press('Enter')).toBe(true)
})

test('a key that a component has handled runs no action', () => {
  const { session, press } = listening()
  const handled = added('p')
  handled.addEventListener('keydown', (event) => event.preventDefault())
  press('1', handled)
  expect(session.project.claims.size).toBe(0)
})

test('an action with a changed key uses the new key at once, and not the old one', () => {
  const { workspace, session, press } = listening()
  expect(press('F9')).toBe(false)
  workspace.settings = { ...workspace.settings, keys: { 'claim.fromSelectionToMap': ['F9'] } }
  expect(press('m')).toBe(false)
  expect(press('F9')).toBe(true)
  expect(session.project.placements.size).toBe(1)
  expect(keyOf(workspace, 'claim.fromSelectionToMap')).toBe('F9')
  expect(withKeyOf(workspace, 'claim.fromSelectionToMap', 'Add to map')).toBe('Add to map (F9)')
})
