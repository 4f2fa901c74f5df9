import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Project } from '../../document/project'
import { UnreadableError } from '../import/format'
import { INTERCHANGE_FORMATS, type InterchangeName } from './catalogue'
import { recognised } from './recognise'
import { emptyProject, fileRead, withFile } from './testing/read'

const REFUSED = /to-be-refused|broken/
const folderOf = (name: string) => join(import.meta.dirname, name, 'samples')
const textOf = (name: string, file: string) => readFileSync(join(folderOf(name), file), 'utf8')

/** The text of the same name beside an annotation file. */
const besideOf = (name: string, file: string): string | undefined => {
  const path = join(folderOf(name), file.replace(/\.(?:xml|ann)$/, '.txt'))
  return /\.(?:xml|ann)$/.test(file) && existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

const samples = INTERCHANGE_FORMATS.flatMap(({ name, extensions }) =>
  readdirSync(folderOf(name))
    .filter((file) => extensions.some((ending: string) => file.endsWith(`.${ending}`)) && !REFUSED.test(file))
    .map((file) => [name, file] as const),
)

const read = (name: InterchangeName, file: string) =>
  fileRead(name, textOf(name, file), file, besideOf(name, file))

const sizes = ({ claims, relations, excerpts, groups }: Project) => {
  const all = [...relations.values()]
  const onSteps = all.filter(({ targetType }) => targetType === 'relation').length
  return [claims.size, all.length, onSteps, excerpts.size, groups.size]
}

test('P10 every format has a sample', () => {
  for (const { name } of INTERCHANGE_FORMATS)
    expect([name, samples.some(([format]) => format === name)]).toEqual([name, true])
})

describe.each(samples)('%s: %s', (name, file) => {
  test('P10 is recognised and read', async () => {
    expect(recognised(file, textOf(name, file))).toBe(name)
    const { project, report } = await read(name, file)
    const lines = report.map(({ type, count }) => `${type}: ${count}`)
    expect({ sizes: sizes(project), lines }).toMatchSnapshot()
  })

  test('makes no second claims when it is read twice', async () => {
    const { file: made, project } = await read(name, file)
    const twice = withFile(withFile(emptyProject(), made), made)
    expect([twice.claims.size, twice.relations.size]).toEqual([project.claims.size, project.relations.size])
  })
})

test.each([
  ['cytoscape-to-be-refused.json', 'sadface', /Cytoscape/],
  ['own-broken.argdown', 'argdown', /line 7/],
] as const)('P11 %s is refused with a sentence', async (file, name, words) => {
  await expect(fileRead(name, textOf(name, file), file)).rejects.toThrow(UnreadableError)
  await expect(fileRead(name, textOf(name, file), file)).rejects.toThrow(words)
})

describe('hostile files', () => {
  const deep = 10_000
  test.each([
    ['sadface', `{"nodes": [], "edges": ${'['.repeat(deep)}${']'.repeat(deep)}}`],
    ['canvas', `{"nodes": ${'['.repeat(deep)}${']'.repeat(deep)}}`],
    ['agxml', `<arggraph>${'<edu>'.repeat(deep)}${'</edu>'.repeat(deep)}</arggraph>`],
    ['argdown', Array.from({ length: 5000 }, (_, at) => `${' '.repeat(at)}+ a`).join('\n')],
  ] as const)('P11 %s nested ten thousand levels deep is refused with a sentence', async (name, text) => {
    await expect(fileRead(name, text)).rejects.toThrow(UnreadableError)
  })

  test('entities of XML are not expanded', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><arggraph id="x"><edu id="e">&b;</edu><adu id="a" type="pro"/><edge id="1" src="e" trg="a" type="seg"/></arggraph>`
    const { project } = await fileRead('agxml', bomb)
    expect([...project.claims.values()].map(({ text }) => text)).toEqual(['&b;'])
  })

  test('ids such as __proto__ and ids that occur twice are read like any other', async () => {
    const node = (id: string) => ({ id, type: 'atom', text: id })
    const nodes = [
      node('__proto__'),
      node('__proto__'),
      node('constructor'),
      { id: 's', type: 'scheme', name: 'support' },
    ]
    const edges = [
      { id: 'e', source_id: '__proto__', target_id: 's' },
      { id: 'e', source_id: 's', target_id: 'constructor' },
    ]
    const { project, report } = await fileRead('sadface', JSON.stringify({ nodes, edges }))
    expect([project.claims.size, project.relations.size, report.map(({ type }) => type)]).toEqual([
      2,
      1,
      ['node:double'],
    ])
  })
})
