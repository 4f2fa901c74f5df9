import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Project } from '../../document/project'
import { Builder } from '../../testing/build'
import { filePreview } from '../../importing/file-preview'
import { UnreadableError } from '../import/format'
import { INTERCHANGE_FORMATS, type InterchangeName } from './catalogue'
import { fittingFormats, seemsForeign } from './recognise'
import { emptyProject, fileRead, withFile } from './testing/read'

const REFUSED = /to-be-refused|broken/
const folderOf = (name: string) =>
  join(import.meta.dirname, name === 'qdc' ? 'qdpx' : name.replace('-csv', ''), 'samples')
/** The text of a sample; of an archive, its texts by path as JSON. */
const textOf = (name: string, file: string) => {
  const bytes = readFileSync(join(folderOf(name), file))
  if (!/\.(?:qdpx|xmind)$/.test(file)) return bytes.toString('utf8')
  const parts = Object.entries(unzipSync(bytes)).filter(([path]) => /\.(?:qde|txt|json|xml)$/.test(path))
  return JSON.stringify(Object.fromEntries(parts.map(([path, part]) => [path, strFromU8(part)])))
}

/** The text of the same name beside an annotation file. */
const besideOf = (name: string, file: string): string | undefined => {
  const path = join(folderOf(name), file.replace(/\.(?:xml|ann)$/, '.txt'))
  return /\.(?:xml|ann)$/.test(file) && existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

const samples = INTERCHANGE_FORMATS.flatMap(({ name, extensions }) =>
  readdirSync(folderOf(name))
    .filter((file) => extensions.some((ending: string) => file.endsWith(`.${ending}`)))
    .filter((file) => !REFUSED.test(file) && !(name === 'brat' && file.endsWith('.txt')))
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
    expect(fittingFormats(file, textOf(name, file))[0]).toBe(name)
    if (file.endsWith('.json')) expect(seemsForeign(textOf(name, file))).toBe(true)
    const { file: made, project, report } = await read(name, file)
    const lines = report.map(({ type, count }) => `${type}: ${count}`)
    expect({ sizes: sizes(project), lines }).toMatchSnapshot()
    expect(filePreview(made)?.losses).toEqual(report)
    expect(filePreview(made)?.again.format).toBe(name)
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

test('a file that fits several formats can be read as each of them', async () => {
  const annotation = {
    ...{ id: 'a', type: 'Annotation', uri: 'https://example.org/a', text: 'A remark', body: 'Another' },
    target: { source: 'https://example.org/a', selector: [{ type: 'TextQuoteSelector', exact: 'silts up' }] },
  }
  const text = JSON.stringify({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    client_version: '1',
    annotations: [annotation],
    items: [annotation],
  })
  expect(fittingFormats('a.json', text)).toEqual(['hypothesis', 'web-annotation'])
  expect(fittingFormats('a.canvas', '{}')).toEqual(['canvas'])
  const words = async (name: InterchangeName) =>
    [...(await fileRead(name, text)).project.claims.values()].map((claim) => claim.text)
  expect([await words('hypothesis'), await words('web-annotation')]).toEqual([['A remark'], ['Another']])
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

const EDUS = ['One.', 'Two.', 'Three.'].map((words, at) => `<edu id="e${at + 1}">${words}</edu>`).join('')

test('AGXML units that a joint holds together are one claim', async () => {
  const edge = (id: string, src: string, trg: string, type = 'seg') =>
    `<edge id="${id}" src="${src}" trg="${trg}" type="${type}"/>`
  const edges = [edge('1', 'e1', 'j'), edge('2', 'e2', 'j'), edge('3', 'j', 'a1'), edge('4', 'e3', 'a2')]
  const adus = '<joint id="j"/><adu id="a1" type="pro"/><adu id="a2" type="opp"/>'
  const text = `<arggraph id="x">${EDUS}${adus}${edges.join('')}${edge('5', 'a2', 'a1', 'sup')}</arggraph>`
  const { project, report } = await fileRead('agxml', text)
  expect([...project.claims.values()].map((claim) => claim.text)).toEqual(['One. Two.', 'Three.'])
  expect([project.excerpts.size, report.map(({ type, ids }) => [type, ids])]).toEqual([
    3,
    [['edge', ['1', '2', '3']]],
  ])
})

test('Argdown statements may have titles that every object has as properties', async () => {
  const text =
    '[__proto__]: One\n  + [constructor]: Two\n  - <toString>: Three\n\nFour, after @[constructor] said it\n'
  const { project } = await fileRead('argdown', text)
  expect([...project.claims.values()].map((claim) => claim.text).sort()).toEqual([
    'Four, after constructor said it',
    'One',
    'Three',
    'Two',
  ])
  expect(project.relations.size).toBe(2)
})

test('a step without premises is named once for each of its targets', async () => {
  const nodes = ['a', 'b'].map((nodeID) => ({ nodeID, text: nodeID, type: 'I' }))
  const edges = ['a', 'b'].map((toID) => ({ fromID: 'r', toID }))
  const file = { nodes: [...nodes, { nodeID: 'r', text: 'Default Inference', type: 'RA' }], edges }
  const { report } = await fileRead('aif', JSON.stringify(file))
  expect(report.map(({ type, ids }) => [type, ids])).toEqual([['step:no-premise', ['r', 'r#2']]])
})

describe('highlights', () => {
  const note = (text: string) =>
    JSON.stringify({
      client_version: '1',
      annotations: [
        {
          id: 'a',
          uri: 'https://example.org/a',
          text: 'Remark',
          target: [{ selector: [{ type: 'TextQuoteSelector', exact: text, prefix: '', suffix: '' }] }],
        },
      ],
    })

  const withArticle = () => {
    const builder = new Builder()
    const source = builder.source(
      'The harbour silts up, and worse, fast.',
      'Ships run  aground. Ships run late.',
    )
    builder.run('source.describe', { source, fields: { url: 'https://example.org/a' } })
    return builder.project
  }

  test.each([
    ['silts up', 'exact', 'silts up'],
    ['up, and\nworse', 'exact', 'up, and worse'],
    ['words that are not there at all', 'lost', undefined],
    ['Ships run', 'ambiguous', undefined],
  ])('P7 the quote “%s” is %s in the article of its address', async (quote, anchor, words) => {
    const { file } = await fileRead('hypothesis', note(quote))
    const { sources, excerpts, maps } = withFile(withArticle(), file)
    const [excerpt] = excerpts.values()
    expect([sources.size, maps.size, excerpt?.anchor]).toEqual([1, 1, anchor])
    if (words) expect(excerpt?.exact).toBe(words)
  })

  test('without their article rest on a source of quotes', async () => {
    const { project } = await fileRead('hypothesis', note('silts up'))
    const [source] = project.sources.values()
    expect([source?.kind, source?.text, source?.url]).toEqual(['quotes', 'silts up', 'https://example.org/a'])
  })
})

test('NVivo and the standard count differently, and the same selections are found', async () => {
  const words = async (file: string) => {
    const { project } = await fileRead('qdpx', textOf('qdpx', file), file)
    return [...project.excerpts.values()].map(({ exact }) => exact).sort()
  }
  const standard = await words('standard-code-points.qdpx')
  expect(standard).toHaveLength(4)
  expect(await words('nvivo-like-utf16-crlf-bom.qdpx')).toEqual(standard)
})
