import { mount, tick, unmount, type Component } from 'svelte'
import { onTestFinished } from 'vitest'
import { matrixTable } from '#domain/matrix/table'
import { Builder } from '#domain/testing/build'
import CategoryBook from '../../features/codebook/CategoryBook.svelte'
import { Editing } from '../../features/codebook/editing.svelte'
import TagBook from '../../features/codebook/TagBook.svelte'
import PictureLook from '../../features/export/PictureLook.svelte'
import ClaimDetails from '../../features/inspector/ClaimDetails.svelte'
import ClaimVerdict from '../../features/inspector/ClaimVerdict.svelte'
import ImportReport from '../../features/inspector/ImportReport.svelte'
import RelationDetails from '../../features/inspector/RelationDetails.svelte'
import SourceDetails from '../../features/inspector/SourceDetails.svelte'
import CardEditor from '../../features/map/canvas/CardEditor.svelte'
import MapBar from '../../features/map/MapBar.svelte'
import Outline from '../../features/map/outline/Outline.svelte'
import EmptyMatrix from '../../features/matrix/EmptyMatrix.svelte'
import MatrixBar from '../../features/matrix/MatrixBar.svelte'
import Scenarios from '../../features/what-if/Scenarios.svelte'
import { shortcuts } from '../../state/actions/shortcuts'
import { ExportChoice } from '../../state/export-choice.svelte'
import InWorkspace from '../../state/testing/InWorkspace.svelte'
import { workspaceOf } from '../../state/testing/workspace'
import Header from '../Header.svelte'

/** The words of every record before somebody edits them. */
export const OLD = 'Old words'

/** A workspace in which everything that has words has the same ones. */
export function opened() {
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
  build.run('claim.standing', { claim, standing: 'given', note: OLD })
  build.run('scenario.keep', { name: OLD, sources: [], claims: [claim], relations: [], given: [] })
  build.run('matrix.add', { title: OLD, hypotheses: [] })
  const [matrix] = build.project.matrices.keys()
  build.run('matrix.edit', { matrix: matrix!, fields: { question: OLD } })
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
    scenario: () => [...session.project.scenarios.values()][0]!,
    matrix: () => session.project.matrices.get(matrix!)!,
    category: () => session.project.categories.get(category)!,
  }
  /** What the editor of a card has taken. */
  const card: { words: string; open: boolean } = { words: OLD, open: true }
  return { workspace, session, there, card }
}
export type Opened = ReturnType<typeof opened>

export async function show<Props extends Record<string, unknown>>(
  workspace: Opened['workspace'],
  component: Component<Props>,
  props: Props,
): Promise<void> {
  const shown = mount(InWorkspace<Props>, { target: document.body, props: { workspace, component, props } })
  onTestFinished(() => unmount(shown))
  await tick()
}

export interface Row {
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
const inMatrix = ({ workspace, session, there }: Opened) =>
  show(workspace, MatrixBar, {
    session,
    get matrix() {
      return there.matrix()
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
export const ROWS: readonly Row[] = [
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
  {
    field: 'Why it is taken as given or set aside',
    show: ({ workspace, session, there }) =>
      show(workspace, ClaimVerdict, {
        session,
        get claim() {
          return there.claim()
        },
      }),
    words: ({ there }) => there.claim().standingNote ?? '',
  },
  {
    field: `Name of the scenario ${OLD}`,
    show: ({ workspace, session }) => show(workspace, Scenarios, { session, onclose: () => undefined }),
    words: ({ there }) => there.scenario().name,
  },
  { field: 'Matrix title', show: inMatrix, words: ({ there }) => there.matrix().title },
  { field: 'Question', show: inMatrix, words: ({ there }) => there.matrix().question },
  {
    field: 'Question',
    show: ({ workspace, session, there }) =>
      show(workspace, EmptyMatrix, {
        session,
        get table() {
          return matrixTable(session.project, workspace.whatIf.weighing!, there.matrix())
        },
      }),
    words: ({ there }) => there.matrix().question,
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
