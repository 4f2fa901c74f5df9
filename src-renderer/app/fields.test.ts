// @vitest-environment jsdom
import { mount, tick, unmount, type Component } from 'svelte'
import { afterAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { Builder } from '#domain/testing/build'
import CategoryBook from '../features/codebook/CategoryBook.svelte'
import { Editing } from '../features/codebook/editing.svelte'
import TagBook from '../features/codebook/TagBook.svelte'
import PictureLook from '../features/export/PictureLook.svelte'
import ClaimDetails from '../features/inspector/ClaimDetails.svelte'
import ImportReport from '../features/inspector/ImportReport.svelte'
import RelationDetails from '../features/inspector/RelationDetails.svelte'
import SourceDetails from '../features/inspector/SourceDetails.svelte'
import CardEditor from '../features/map/canvas/CardEditor.svelte'
import MapBar from '../features/map/MapBar.svelte'
import Outline from '../features/map/outline/Outline.svelte'
import NewProject from '../features/start/NewProject.svelte'
import { shortcuts } from '../state/actions/shortcuts'
import { ExportChoice } from '../state/export-choice.svelte'
import type { TextField } from '../state/fields/text-field'
import InWorkspace from '../state/testing/InWorkspace.svelte'
import { workspaceOf } from '../state/testing/workspace'
import Header from './Header.svelte'
import NewCategory from './NewCategory.svelte'

const OLD = 'Old words'
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

/** A workspace in which everything that has words has the same ones. */
function opened() {
  const build = new Builder(OLD)
  const source = build.source(`${OLD}.`)
  build.run('source.describe', { source, fields: { title: OLD, authors: [OLD], publisher: OLD } })
  build.run('map.rename', { map: build.map, name: OLD })
  build.run('map.caveat', { map: build.map, caveat: OLD })
  const claim = build.claim(OLD, build.map)
  build.run('claim.note', { claim, note: OLD })
  build.run('claim.tag', { claim, tags: [OLD] })
  const relation = build.relation('support', [build.claim('A premise', build.map)], claim)
  build.run('relation.scheme', { relation, scheme: 'expert-opinion' })
  build.run('relation.answer', { relation, question: 'expertise', answer: OLD })
  build.run('relation.note', { relation, note: OLD })
  build.run('relation.warrant', { relation, warrant: OLD })
  build.run('category.add', { name: OLD, definition: OLD })
  const category = [...build.project.categories.values()].find(({ name }) => name === OLD)!.id
  const { workspace, session } = workspaceOf(build)
  onTestFinished(workspace.fields.follow(window))
  const listen = shortcuts(workspace)
  window.addEventListener('keydown', listen)
  onTestFinished(() => window.removeEventListener('keydown', listen))
  const there = {
    about: () => session.project.about,
    map: () => session.project.maps.get(build.map)!,
    source: () => session.project.sources.get(source)!,
    claim: () => session.project.claims.get(claim)!,
    relation: () => session.project.relations.get(relation)!,
    category: () => session.project.categories.get(category)!,
  }
  /** What the editor of a card has taken. */
  const card: { words: string; open: boolean } = { words: OLD, open: true }
  return { workspace, session, there, card }
}
type Opened = ReturnType<typeof opened>

async function show<Props extends Record<string, unknown>>(
  workspace: Opened['workspace'],
  component: Component<Props>,
  props: Props,
): Promise<void> {
  const shown = mount(InWorkspace<Props>, { target: document.body, props: { workspace, component, props } })
  onTestFinished(() => unmount(shown))
  await tick()
}

interface Row {
  readonly field: string
  readonly show: (opened: Opened) => Promise<unknown>
  /** Its words in the project. */
  readonly words: (opened: Opened) => string
  /** Whether Enter breaks the line. */
  readonly breaks?: boolean
  readonly isSaved?: 'while typing'
}

const inClaim = ({ workspace, session, there }: Opened) =>
  show(workspace, ClaimDetails, {
    session,
    get claim() {
      return there.claim()
    },
  })
const inRelation = ({ workspace, session, there }: Opened) =>
  show(workspace, RelationDetails, {
    session,
    get relation() {
      return there.relation()
    },
  })
const inSource = ({ workspace, session, there }: Opened) =>
  show(workspace, SourceDetails, {
    session,
    get source() {
      return there.source()
    },
  })
const inMap =
  <Props extends Record<string, unknown>>(component: Component<Props>, props?: Props) =>
  ({ workspace, session, there }: Opened) =>
    show(workspace, component as Component<Record<string, unknown>>, {
      ...props,
      session,
      get map() {
        return there.map()
      },
    })
const inCodebook =
  (component: typeof TagBook | typeof CategoryBook) =>
  async ({ workspace, session, there }: Opened) => {
    await show(workspace, component, { session, editing: new Editing(workspace, session) })
    const [button] = [...document.querySelectorAll('button')].filter(({ textContent }) =>
      textContent.includes(there.category().name),
    )
    button?.click()
    await tick()
  }
const live = { isSaved: 'while typing' } as const

/** Every field that edits words of the project. Those of the last test edit none. */
const ROWS: readonly Row[] = [
  {
    field: 'Project title',
    show: ({ workspace, session }) => show(workspace, Header, { session }),
    words: ({ there }) => there.about().title,
  },
  { field: 'Map name', show: inMap(MapBar as never), words: ({ there }) => there.map().name },
  {
    field: 'Text of the caveat',
    show: ({ workspace, there }) => {
      const choice = new ExportChoice('light')
      choice.look.caveat = true
      return show(workspace, PictureLook, {
        choice,
        get map() {
          return there.map()
        },
      })
    },
    words: ({ there }) => there.map().caveat,
    breaks: true,
  },
  { field: 'Wording', show: inClaim, words: ({ there }) => there.claim().text, ...live },
  {
    field: 'Tags, separated by commas',
    show: inClaim,
    words: ({ there }) => there.claim().tags.join(', '),
  },
  { field: 'Note', show: inClaim, words: ({ there }) => there.claim().note, breaks: true, ...live },
  {
    field: 'Note on the relation',
    show: inRelation,
    words: ({ there }) => there.relation().note,
    breaks: true,
    ...live,
  },
  {
    field: 'Warrant',
    show: inRelation,
    words: ({ there }) => there.relation().warrant,
    breaks: true,
    ...live,
  },
  {
    field: 'How credible is the person as an expert?',
    show: inRelation,
    words: ({ there }) => there.relation().answers[0]?.answer ?? '',
    breaks: true,
    ...live,
  },
  { field: 'Title', show: inSource, words: ({ there }) => there.source().title },
  { field: 'Authors', show: inSource, words: ({ there }) => there.source().authors.join('; ') },
  { field: 'Publisher', show: inSource, words: ({ there }) => there.source().publisher },
  {
    field: 'Title',
    show: ({ workspace, session, there }) => {
      workspace.importing.lines = [{ fileName: 'a.txt', outcome: 'added', source: there.source().id }]
      return show(workspace, ImportReport, { session })
    },
    words: ({ there }) => there.source().title,
  },
  { field: 'Name', show: inCodebook(CategoryBook), words: ({ there }) => there.category().name },
  {
    field: 'Definition',
    show: inCodebook(CategoryBook),
    words: ({ there }) => there.category().definition,
    breaks: true,
    ...live,
  },
  {
    field: `Name of the tag ${OLD}`,
    show: inCodebook(TagBook),
    words: ({ there }) => there.claim().tags.join(', '),
  },
  {
    field: 'Wording',
    show: async (at) => {
      await inMap(Outline as never)(at)
      const line = [...document.querySelectorAll('[role=treeitem]')].find(({ textContent }) =>
        textContent.includes(OLD),
      )!
      line.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }))
      await tick()
    },
    words: ({ there }) => there.claim().text,
  },
  {
    field: 'Card',
    show: async ({ workspace, card }) => {
      await show(workspace, CardEditor, {
        label: 'Card',
        text: OLD,
        onfinish: (words: string) => {
          card.words = words
          return true
        },
        oncancel: () => undefined,
      })
      await tick()
    },
    words: ({ card }) => card.words,
  },
]

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
    expect(await at.workspace.mayClose()).toBe(true)
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
  expect(at.workspace.isSaved()).toBe(false)
  void at.workspace.mayClose()
  await expect.poll(() => at.workspace.confirmDiscard).toBeDefined()
  field.focus()
  press(field, 'Escape')
  expect([field.value, field.getAttribute('aria-invalid')]).toEqual([OLD, null])
  expect(at.workspace.isSaved()).toBe(true)
})

test.each([
  ['Title', NewProject, '  '],
  ['Name', NewCategory, ''],
] as const)('closing asks about the words in a form: %s', async (name, component, none) => {
  const { workspace } = opened()
  await show(workspace, component, { onclose: () => undefined })
  const field = fieldOf(name)
  field.focus()
  type(field, TYPED)
  expect(workspace.isSaved()).toBe(false)
  type(field, none.trim())
  expect(workspace.isSaved()).toBe(true)
})
