// @vitest-environment jsdom
import { tick } from 'svelte'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { supposedBy } from '#domain/weighing/supposing'
import CategoryBook from '../features/codebook/CategoryBook.svelte'
import { Editing } from '../features/codebook/editing.svelte'
import NewProject from '../features/start/NewProject.svelte'
import Scenarios from '../features/what-if/Scenarios.svelte'
import type { TextField } from '../state/fields/text-field'
import NewCategory from './NewCategory.svelte'
import { OLD, opened, ROWS, show, type Opened, type Row } from './testing/field-rows'

const TYPED = 'New words'

// jsdom has no `CSS`.
vi.stubGlobal('CSS', { escape: (text: string) => text })
afterAll(() => vi.unstubAllGlobals())

beforeEach(() => {
  document.body.replaceChildren()
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
})

function fieldOf(name: string): TextField {
  const named = (field: TextField) =>
    (field.getAttribute('aria-label') ?? field.labels?.[0]?.textContent ?? '').trim()
  const found = [...document.querySelectorAll<TextField>('input, textarea')].find(
    (field) => named(field) === name,
  )
  if (!found) throw new Error(`No field “${name}”`)
  return found
}

/** Types words in place of the old ones, as a browser tells it. */
function type(field: TextField, words: string, isComposing = false): void {
  const inputType = isComposing ? 'insertCompositionText' : 'insertText'
  const how = { bubbles: true, inputType, isComposing }
  field.select()
  field.dispatchEvent(new InputEvent('beforeinput', how))
  field.value = words
  field.dispatchEvent(new InputEvent('input', how))
}

function press(field: TextField, key: string, init: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init })
  field.dispatchEvent(event)
  return event.defaultPrevented
}

async function typing(row: Row) {
  const at = opened()
  await row.show(at)
  const field = fieldOf(row.field)
  field.focus()
  expect(row.words(at)).toBe(OLD)
  expect(field.value).toBe(OLD)
  type(field, TYPED)
  expect(row.words(at)).toBe(row.isSaved ? TYPED : OLD)
  return { at, field, words: () => row.words(at) }
}

describe.each(ROWS)('the field “$field”', (row) => {
  test('Enter keeps the words', async () => {
    const { field, words } = await typing(row)
    const isHandled = press(field, 'Enter')
    expect(isHandled).toBe(!row.breaks)
    if (row.breaks) return
    expect(words()).toBe(TYPED)
    await tick()
    expect(words()).toBe(TYPED)
  })

  test('Escape takes them back, and nothing else', async () => {
    const { at, field, words } = await typing(row)
    const title = at.there.about().title
    press(field, 'Escape')
    await tick()
    expect(words()).toBe(OLD)
    expect(field.value).toBe(OLD)
    expect(at.there.about().title).toBe(title)
    field.blur()
    expect(words()).toBe(OLD)
  })

  test('leaving the field keeps them', async () => {
    const { field, words } = await typing(row)
    field.blur()
    await tick()
    expect(words()).toBe(TYPED)
  })

  test('Ctrl Z takes back the typing, and never reaches past the field', async () => {
    const { at, field, words } = await typing(row)
    for (let time = 0; time < 3; time++) press(field, 'z', { ctrlKey: true, code: 'KeyZ' })
    expect(field.value).toBe(OLD)
    expect(words()).toBe(OLD)
    expect(at.session.project.claims.size).toBe(2)
    press(field, 'z', { ctrlKey: true, shiftKey: true, code: 'KeyZ' })
    expect(field.value).toBe(TYPED)
  })

  test('closing keeps them', async () => {
    const { at, words } = await typing(row)
    expect(await at.workspace.projects.mayClose()).toBe(true)
    expect(words()).toBe(TYPED)
  })

  test('Enter and Escape belong to an input method while it composes', async () => {
    const { field, words } = await typing(row)
    type(field, `${TYPED} とう`, true)
    for (const key of ['Enter', 'Escape']) expect(press(field, key, { isComposing: true })).toBe(false)
    expect(document.activeElement).toBe(field)
    expect(words()).toBe(row.isSaved ? TYPED : OLD)
    field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: 'とう' }))
    field.blur()
    expect(words()).toBe(`${TYPED} とう`)
  })
})

test.each([
  ['Project title', '', OLD],
  ['Project title', '   ', OLD],
  ['Wording', '', OLD],
])('the field “%s” that is left with “%s” has its old words again', async (name, typed, expected) => {
  const row = ROWS.find(({ field }) => field === name)!
  const at = opened()
  await row.show(at)
  const field = fieldOf(name)
  field.focus()
  type(field, typed)
  field.blur()
  expect([field.value, row.words(at)]).toEqual([expected, expected])
})

test('the words of a field that appears are there at once, so that they can be selected', async () => {
  const row = ROWS.findLast(({ field }) => field === 'Wording')!
  await row.show(opened())
  const field = fieldOf('Wording')
  expect([field.selectionStart, field.selectionEnd]).toEqual([0, OLD.length])
})

test('words that are refused stay in the field, and the user is asked about them', async () => {
  const row = ROWS.find(({ field }) => field === 'Title')!
  const at = opened()
  await row.show(at)
  const field = fieldOf('Title')
  field.focus()
  type(field, 'x'.repeat(2000))
  field.blur()
  expect([field.value.length, field.getAttribute('aria-invalid'), row.words(at)]).toEqual([2000, 'true', OLD])
  expect(at.workspace.projects.isSaved()).toBe(false)
  void at.workspace.projects.mayClose()
  await expect.poll(() => at.workspace.projects.confirmDiscard).toBeDefined()
  field.focus()
  press(field, 'Escape')
  expect([field.value, field.getAttribute('aria-invalid')]).toEqual([OLD, null])
  expect(at.workspace.projects.isSaved()).toBe(true)
})

const inDialog =
  (component: typeof NewProject | typeof NewCategory) =>
  ({ workspace }: Opened) =>
    show(workspace, component, { onclose: () => undefined })

test.each<[string, (at: Opened) => Promise<unknown>]>([
  ['Title', inDialog(NewProject)],
  ['Name', inDialog(NewCategory)],
  [
    'New category',
    ({ workspace, session }) =>
      show(workspace, CategoryBook, { session, editing: new Editing(workspace, session) }),
  ],
  [
    'Name',
    ({ workspace, session, there }) => {
      workspace.whatIf.suppose({ ...supposedBy(there.scenario()), sources: new Set([there.source().id]) })
      return show(workspace, Scenarios, { session, onclose: () => undefined })
    },
  ],
])('closing asks about the words in a form: %s', async (name, showForm) => {
  const at = opened()
  await showForm(at)
  const field = fieldOf(name)
  field.focus()
  type(field, TYPED)
  expect(at.workspace.projects.isSaved()).toBe(false)
  type(field, '')
  expect(at.workspace.projects.isSaved()).toBe(true)
})
