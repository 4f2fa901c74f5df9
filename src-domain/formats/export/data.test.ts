import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawable } from '../../argument/argument-graph'
import { relationShapes } from '../../canvas/lines/relation-shape'
import type { Project } from '../../document/project'
import { Builder } from '../../testing/build'
import { exportEnv } from '../../testing/export-env'
import { fullMap } from '../../testing/full-map'
import type { ExportFormatName } from './catalogue'
import { EXPORT_WRITERS } from './writers'
import { writable } from './picture/svg-xml'
import {
  readArgdown,
  readCanvas,
  readCsv,
  readDot,
  readGraphml,
  readMermaid,
  unguarded,
  type Found,
} from './testing/readers'
import { DEFAULT_LOOK } from './picture-options'

const written = async (name: ExportFormatName, project: Project, map: string): Promise<string> =>
  String(await EXPORT_WRITERS[name]({ project, map, ...DEFAULT_LOOK }, exportEnv))

const plain = (text: string): string => writable(text).replace(/\s+/g, ' ').trim()

const GRAPHS: readonly (readonly [ExportFormatName, (text: string) => Found])[] = [
  ['graphml', readGraphml],
  ['dot', readDot],
  ['mermaid', readMermaid],
  ['json-canvas', readCanvas],
  ['argdown', readArgdown],
]

describe('whatever the wording', () => {
  it.each(GRAPHS)('%s can be read, and has every claim and every relation of the map', async (name, read) => {
    await fc.assert(
      fc.asyncProperty(fullMap(), async ({ project, map }) => {
        // The reader of DOT takes the first line of a label for the category, and a long name has several.
        fc.pre(name !== 'dot' || [...project.categories.values()].every((each) => each.name.length <= 25))
        const { texts, steps } = read(await written(name, project, map))
        // A wording of characters that no file can hold becomes empty, or an ellipsis where a text is required. DOT gets
        // line breaks also within words that are too long for a line.
        const compared = (text: string) => {
          const shown = plain(text).replace(/^…$/, '')
          return name === 'dot' ? shown.replace(/\s+/g, '') : shown
        }
        expect(texts.map(compared).sort()).toEqual(
          [...project.claims.values()].map(({ text }) => compared(text)).sort(),
        )
        expect(steps).toBe(project.relations.size)
      }),
      { numRuns: 25 },
    )
  })

  it('claims-csv can be read, and has every claim and every passage', async () => {
    await fc.assert(
      fc.asyncProperty(fullMap(), async ({ project, map }) => {
        const rows = readCsv(await written('claims-csv', project, map))
        const texts = (column: string) => new Set(rows.map((row) => unguarded(row[column]!)))
        expect(texts('claim')).toEqual(
          new Set([...project.claims.values()].map(({ text }) => unguarded(writable(text)))),
        )
        const passages = [...project.excerpts.values()]
        for (const { exact } of passages) expect(texts('passage')).toContain(unguarded(writable(exact)))
        expect(rows.filter((row) => row['passage_id'])).toHaveLength(passages.length)
      }),
      { numRuns: 25 },
    )
  })

  it('relations-csv can be read, and has every premise of every relation', async () => {
    await fc.assert(
      fc.asyncProperty(fullMap(), async ({ project, map }) => {
        const rows = readCsv(await written('relations-csv', project, map))
        const pairs = rows.map((row) => [row['premise_id'], row['kind'], row['target_id']])
        expect(pairs).toEqual(
          [...project.relations.values()].flatMap(({ premises, kind, target }) =>
            premises.map((premise) => [premise, kind, target]),
          ),
        )
      }),
      { numRuns: 25 },
    )
  })

  it('data formats have the same relations as a picture', () => {
    fc.assert(
      fc.property(fullMap(), ({ project }) => {
        for (const { id } of project.maps.values()) {
          const placed = [...project.placements.values()].filter(({ map }) => map === id)
          const rects = new Map(placed.map(({ claim, x, y }) => [claim, { x, y, width: 248, height: 80 }]))
          const drawn = [...relationShapes(project.relations, rects).keys()].sort()
          expect(
            drawable(project, rects)
              .map((relation) => relation.id)
              .sort(),
          ).toEqual(drawn)
        }
      }),
      { numRuns: 25 },
    )
  })
})

/** Texts that do harm if they are not escaped. */
const HOSTILE = [
  '<script>alert(1)</script>',
  ']]><x/><![CDATA[',
  '"}];rm -rf[{"',
  "=cmd|'/c calc'!A1",
  '@SUM(1)',
  '-2+3',
  '\t=1',
  '%%{init: {"theme":"dark"}}%% click c1 href "javascript:alert(1)"',
  '#quot; &amp; \\N \\" \\',
  '===\ntitle: x\n===',
  '[Claim 1]: text <Argument 1> {a: b} // gone /* gone */ #tag @[x]',
  '# heading\n- list\n1. one\n\n> quote ![](x) `code` **bold** https://example.org www.example.org a@example.org',
  'מימין לשמאל 👩‍👩‍👧‍👦',
  'long '.repeat(4000).trim(),
]

it.each(GRAPHS)('%s escapes harmful characters', async (name, read) => {
  const builder = new Builder()
  for (const text of HOSTILE) builder.claim(text, builder.map)
  const { texts } = read(await written(name, builder.project, builder.map))
  expect(texts.map(plain).sort()).toEqual(HOSTILE.map(plain).sort())
})

it('turns formulas in CSV into text', async () => {
  const builder = new Builder()
  for (const text of HOSTILE) builder.claim(text)
  const cells = readCsv(await written('claims-csv', builder.project, '')).map((row) => row['claim']!)
  const guarded = ["'=cmd|'/c calc'!A1", "'@SUM(1)", "'-2+3", "'===\ntitle: x\n'==="]
  expect(cells).toEqual(expect.arrayContaining(guarded))
  for (const cell of cells) expect(cell).not.toMatch(/^[\s]*[=+\-@]/)
})

it.each(['comma', 'semicolon', 'tab'] as const)(
  'CSV parted by %s runs nothing at any separator',
  async (separator) => {
    const builder = new Builder()
    const words = 'Sales; =1+1, @SUM(1)\n-2+3 | +4\t=5;"=6'
    builder.claim(words)
    const { project, map } = builder
    const request = { project, map, ...DEFAULT_LOOK, separator }
    const text = String(await EXPORT_WRITERS['claims-csv'](request, exportEnv))
    const sign = { comma: ',', semicolon: ';', tab: '\t' }[separator]
    expect(text).toMatch(new RegExp(`^\ufeff"claim"${sign}"category"`))
    for (const field of text.split(/[,;|\t\r\n]/)) expect(field).not.toMatch(/^[\s"]*[=+\-@]/)
    expect(unguarded(text)).toContain(words.replaceAll('"', '""'))
  },
)

it('CSV takes the separator of the computer', async () => {
  const { project, map } = new Builder()
  const env = { ...exportEnv, listSeparator: ';' as const }
  const text = String(await EXPORT_WRITERS['relations-csv']({ project, map, ...DEFAULT_LOOK }, env))
  expect(text).toMatch(/^\ufeff"premise";"relation"/)
})

it('DOT wraps words of scripts without spaces, and has no string that Graphviz refuses', async () => {
  const builder = new Builder()
  builder.claim('\u6e2f'.repeat(9000), builder.map)
  builder.claim('x'.repeat(19_000), builder.map)
  const text = await written('dot', builder.project, builder.map)
  const strings = [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, inside = '']) => inside)
  expect(Math.max(...strings.map((each) => each.replace(/\\n$/, '').length))).toBeLessThanOrEqual(60)
  expect(text).toContain(`"${'\u6e2f'.repeat(20)}\\n"`)
})

it('GraphML has what yEd and Gephi draw: a shape with a place and words for each card, and colours', async () => {
  const builder = new Builder()
  const [one, two, three] = ['A rise', 'A fall', 'A change'].map((words) => builder.claim(words, builder.map))
  builder.relation('support', [one!, two!], three!)
  const text = await written('graphml', builder.project, builder.map)
  const shapes = [
    ...text.matchAll(/<y:Geometry x="(-?[\d.]+)" y="(-?[\d.]+)" width="([\d.]+)" height="([\d.]+)"\/>/g),
  ]
  const placed = [...builder.project.placements.values()].map(({ x, y }) => `${x} ${y}`)
  expect(shapes).toHaveLength(4)
  expect(shapes.map(([, x, y]) => `${x} ${y}`)).toEqual(expect.arrayContaining(placed))
  for (const words of ['A rise', 'A fall', 'A change'])
    expect(text).toMatch(new RegExp(`<y:NodeLabel [^>]*>${words}<`))
  expect(text.match(/<y:Arrows source="none" target="standard"\/>/g)).toHaveLength(1)
  for (const name of ['label', 'x', 'y', 'r', 'g', 'b']) expect(text).toContain(`attr.name="${name}"`)
})

it('Argdown keeps parallel relations apart, and says which premises are not on the map', async () => {
  const builder = new Builder()
  const [one, two, three] = ['One', 'Two', 'Three'].map((words) => builder.claim(words, builder.map))
  const elsewhere = builder.claim('Elsewhere')
  const first = builder.relation('support', [one!], two!)
  builder.relation('attack', [one!, elsewhere], three!)
  // The app makes no second relation of a kind, but files of other programs have them.
  const second = { ...builder.project.relations.get(first)!, id: 'second' }
  const relations = new Map(builder.project.relations).set('second', second)
  const text = await written('argdown', { ...builder.project, relations }, builder.map)
  expect(readArgdown(text).steps).toBe(3)
  expect(text).toMatch(/<Argument \d> \{"premisesNotOnMap":1\}/)
})

it('Argdown names a tag that has no sign it can write', async () => {
  const builder = new Builder()
  const claim = builder.claim('Tagged', builder.map)
  const tagged = { ...builder.project.claims.get(claim)!, tags: ['\u0000', '()', 'in force'] }
  const claims = new Map(builder.project.claims).set(claim, tagged)
  const text = await written('argdown', { ...builder.project, claims }, builder.map)
  expect(text).toContain('Tagged #(tag) #(tag) #(in force)')
})

it.each([
  'json-canvas',
  'dot',
  'mermaid',
  'argdown',
  'graphml',
  'sadface',
  'aif',
  'ova',
  'map-json',
] as const)('%s has groups without cards, which files of other programs have', async (name) => {
  const builder = new Builder()
  const claim = builder.claim('On its own', builder.map)
  builder.run('group.make', { claims: [claim], map: builder.map, title: 'Filled' })
  const [filled] = builder.project.groups.values()
  const groups = new Map(builder.project.groups).set('empty', { ...filled!, id: 'empty', title: 'Waiting' })
  const text = await written(name, { ...builder.project, groups }, builder.map)
  for (const title of ['Filled', 'Waiting']) expect(text).toContain(title)
})
