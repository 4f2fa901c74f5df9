import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citation, reference } from '../../../queries/citation'
import { Builder } from '../../../testing/build'
import { testEnv } from '../../../testing/env'
import { exportEnv } from '../../../testing/export-env'
import { fullMap } from '../../../testing/full-map'
import { reportOf } from './report'
import type { ReportBlock } from './report-blocks'
import { richSample } from '../testing/rich-sample'

function textOf(block: ReportBlock): string {
  if (block.type === 'table') return [block.head, ...block.rows].map((cells) => cells.join(' | ')).join('\n')
  if (block.type === 'quote') return `${block.text}\n${block.citation}`
  return block.words.map(({ text }) => text).join('')
}

const linesOf = (builder: Builder): string[] =>
  reportOf({ project: builder.project, map: builder.map }, exportEnv.today).blocks.map(
    (block) => `${'> '.repeat(block.type === 'heading' ? 0 : block.depth)}${textOf(block)}`,
  )

describe('a map as prose', () => {
  it('has every claim once in full, with its own number, and every relation once', () => {
    fc.assert(
      fc.property(fullMap(), ({ project, map }) => {
        const { blocks } = reportOf({ project, map }, exportEnv.today)
        const told = blocks.flatMap((block) =>
          'claim' in block && block.claim !== undefined ? [block.claim] : [],
        )
        expect(told.toSorted((a, b) => a - b)).toEqual(told.map((_, index) => index + 1))
        expect(told).toHaveLength(project.claims.size)
        const steps = blocks.filter((block) => block.type === 'item' && / by[^:]*:$/.test(textOf(block)))
        expect(steps).toHaveLength(project.relations.size)
        expect(blocks.filter(({ type }) => type === 'quote')).toHaveLength(project.excerpts.size)
        for (const block of blocks) {
          for (const { to } of 'words' in block ? block.words : []) {
            if (to !== undefined) expect(told).toContain(to)
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  it('says who made claims, relations and passages, if that is wanted', () => {
    const builder = new Builder('Test', { ...testEnv(), by: { id: 'one', initials: 'AK' } })
    const source = builder.source('Ankara signed for the S-400.')
    const at = { source, start: 0, end: 13, category: 'evidence', map: builder.map }
    const marked = builder.run('claim.fromSelection', at)
    builder.relation('support', [marked], builder.claim('It was hedging', builder.map))
    const said = (by: boolean) => {
      const { blocks } = reportOf({ project: builder.project, map: builder.map, by }, exportEnv.today)
      return blocks
        .map(textOf)
        .join('\n')
        .match(/(?:marked )?by AK/g)
    }
    expect(said(true)).toEqual(['by AK', 'by AK', 'by AK', 'marked by AK'])
    expect(said(false)).toBeNull()
  })

  it('lists grounds before objections, linked premises together, and an undercut under its relation', () => {
    const builder = new Builder()
    const [end, ground, second, objection, undercut] = ['End', 'Ground', 'Second', 'No', 'So what'].map(
      (text) => builder.claim(text, builder.map),
    )
    builder.relation('attack', [objection!], end!)
    const step = builder.relation('support', [ground!, second!], end!)
    builder.relation('attack', [undercut!], step)
    builder.run('relation.strength', { relation: step, strength: 'weak' })
    builder.run('relation.warrant', { relation: step, warrant: 'It has always been so.' })
    const own = 'The analyst’s own claim, without a passage.'
    expect(linesOf(builder)).toEqual([
      'Conclusion',
      '1 End [Judgement]',
      own,
      '> Supported by all of these together (weak):',
      '> Why this holds: It has always been so.',
      '> > 2 Ground [Judgement]',
      `> > ${own}`,
      '> > 3 Second [Judgement]',
      `> > ${own}`,
      '> > This relation is undercut by:',
      '> > > 4 So what [Judgement]',
      `> > > ${own}`,
      '> Attacked by:',
      '> > 5 No [Judgement]',
      `> > ${own}`,
    ])
  })

  it('says a wording once that is the passage itself, with the place that it has in the article', () => {
    const builder = new Builder()
    const words = 'The batteries cannot be tied into the common air picture.'
    const source = builder.source('A heading', words)
    const start = builder.project.sources.get(source)!.text.indexOf(words)
    const span = { source, start, end: start + words.length }
    const claim = builder.run('claim.fromSelection', { ...span, category: 'evidence', map: builder.map })
    const where = citation(builder.project.sources.get(source)!, start)
    expect(linesOf(builder).slice(1, 3)).toEqual([
      `1 ${words} [Evidence]`,
      `In the words of the article.\n${where}`,
    ])
    builder.run('claim.reword', { claim, text: 'It stands alone.' })
    expect(linesOf(builder).slice(1, 3)).toEqual(['1 It stands alone. [Evidence]', `“${words}”\n${where}`])
  })

  it('refers to a claim that it has listed already, so that circles end', () => {
    const builder = new Builder()
    const [one, two] = ['One', 'Two'].map((text) => builder.claim(text, builder.map))
    builder.relation('support', [one!], two!)
    builder.relation('support', [two!], one!)
    expect(linesOf(builder).filter((line) => !line.includes('analyst'))).toEqual([
      'Claims in a circle',
      '1 One [Judgement]',
      '> Supported by:',
      '> > 2 Two [Judgement]',
      '> > > Supported by:',
      '> > > > see 1: One',
    ])
  })

  it('groups rival conclusions', () => {
    const builder = new Builder()
    const [hedge, bribe] = ['It was hedging', 'It was a bribe'].map((text) =>
      builder.claim(text, builder.map),
    )
    builder.relation('contradict', [bribe!], hedge!)
    const lines = linesOf(builder)
    expect(lines.slice(0, 2)).toEqual(['Two rival conclusions', 'These contradict one another: 1, 2.'])
    expect(lines).toContain('Contradicts 1.')
    expect(lines.slice(-2)).not.toContain('Claims without relations')
    expect(lines).toEqual(expect.arrayContaining(['> Contradicted by:', '> > 2: It was a bribe']))
  })

  it('lists questions, open critical questions, and sources with their grades', () => {
    const builder = new Builder()
    const source = builder.source('The expert says that it is so.')
    builder.run('source.describe', { source, fields: { reliability: 'B', accessed: '2026-02-01' } })
    const end = builder.claim('It is so', builder.map)
    const mark = { source, start: 0, end: 29, category: 'evidence', map: builder.map }
    const step = builder.relation('support', [builder.run('claim.fromSelection', mark)], end)
    builder.run('relation.scheme', { relation: step, scheme: 'expert-opinion' })
    builder.run('relation.answer', { relation: step, question: 'field', answer: 'It is.' })
    builder.run('claim.add', { text: 'Why?', category: 'question', map: builder.map })
    const lines = linesOf(builder)
    const open = lines.slice(lines.indexOf('Open questions'))
    expect(open[1]).toBe('> 3 Why?')
    expect(open[2]).toMatch(
      /^> How credible is the person .*\? \(Expert opinion: the relation from 2 to 1\)$/,
    )
    expect(open.filter((line) => line.includes('Expert opinion'))).toHaveLength(5)
    expect(lines).toContain('> Is the claim within the person’s field? It is.')
    expect(open.slice(-3)).toEqual([
      `> ${reference(builder.project.sources.get(source)!)}`,
      '> Reliability B: usually reliable. 1 claim rests on it alone. Without it 2 verdicts change. They stay as long as it is at least D.',
      '> Accessed 2026-02-01. Cited under 2.',
    ])
  })

  it('says which premises are missing, unstated or the analyst’s own', () => {
    const { project, map } = richSample()
    const linked = [...project.relations.values()].find(({ premises }) => premises.length > 1)!
    const others = [...project.placements].filter(([, { claim }]) => claim !== linked.premises[0])
    const report = reportOf({ project: { ...project, placements: new Map(others) }, map }, exportEnv.today)
    const text = report.blocks.map(textOf).join('\n')
    expect(report.caveat).toBe('Drawn from open sources.')
    expect(text).toContain('One premise is not on this map.')
    expect(text).toContain('Unstated by the authors; supplied by the analyst.')
    expect(text).toContain('[Assumption, unstated]')
  })

  it('follows a chain of five thousand relations', () => {
    const builder = new Builder()
    const first = builder.claim('A', builder.map)
    const [placement] = builder.project.placements.values()
    const { claims, placements, relations } = builder.project
    const [longer, places, steps] = [new Map(claims), new Map(placements), new Map(relations)]
    for (let index = 0, target = first; index < 5000; index++) {
      const id = `n${index}`
      longer.set(id, { ...claims.get(first)!, id })
      places.set(id, { ...placement!, id, claim: id })
      const says = { note: '', warrant: '', scheme: '', answers: [], strength: '' as const }
      steps.set(id, {
        id,
        kind: 'support' as const,
        premises: [id],
        targetType: 'claim' as const,
        target,
        ...says,
      })
      target = id
    }
    const project = { ...builder.project, claims: longer, placements: places, relations: steps }
    const { blocks } = reportOf({ project, map: builder.map }, exportEnv.today)
    expect(blocks.filter((block) => 'claim' in block)).toHaveLength(5001)
  })
})

it('a report has the matrices of its hypotheses, and says what is not to be read from them', () => {
  const { project, map } = richSample()
  const lines = reportOf({ project, map }, exportEnv.today).blocks.map(textOf)
  const at = lines.indexOf('Matrix: Why closed?')
  expect(lines.slice(at, at + 4)).toEqual([
    'Matrix: Why closed?',
    'Why was the bridge closed?',
    expect.stringMatching(/^H1 Ice closed the bridge \(\w+ on the map\)$/),
    expect.stringMatching(/^H2 The closure was planned \(\w+ on the map\)$/),
  ])
  expect(lines[at + 4]).toContain('Speaks against | 0 I, 1 II | 0 I, 0 II')
  const section = lines.slice(at)
  expect(section).toContain('Least contradicted: H2.')
  expect(section.at(-2)).toMatch(
    /^About this\. The matrix orders evidence; it does not measure probability\./,
  )
  for (const line of section.filter((each) => !each.includes(' | ')))
    expect(line).not.toMatch(/%|\d\.\d|likely/)
})

it('a report has the analyst’s judgement apart from verdicts, with the yardstick of its words', () => {
  const builder = new Builder()
  const claim = builder.claim('It was hedging', builder.map)
  builder.run('claim.judge', { claim, likelihood: 'unlikely', confidence: 'low', basis: 'One source' })
  const lines = reportOf({ project: builder.project, map: builder.map }, exportEnv.today).blocks.map(textOf)
  const at = lines.indexOf('The analyst’s judgement')
  expect(lines.slice(at + 1, at + 4)).toEqual([
    'It is unlikely that: ‘It was hedging’.',
    'Confidence is low: One source.',
    'Where judgement and map part',
  ])
  expect(lines.slice(at + 4, at + 6)).toEqual([
    '‘It was hedging’',
    'You judge it unlikely; on the map it stands.',
  ])
  expect(lines.at(-1)).toContain('very likely, highly probable | 80–95 %')
})
