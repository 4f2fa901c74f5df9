import { expect, test } from 'vitest'
import { reuseIn } from '../../../reuse/reuse'
import { Builder } from '../../../testing/build'
import { exportEnv } from '../../../testing/export-env'
import { reportOf } from './report'

const COPIED =
  'Two sluice gates were opened before midnight because melting snow had lifted the water above the spillway.'

/** A claim that rests on three articles, two of which share a sentence. */
function built() {
  const builder = new Builder()
  const texts = [
    ['Gates opened', `ORDAN (TASS) – ${COPIED}`],
    ['Valley flees', `TASS reports. ${COPIED}`],
    ['The keeper', 'He turned the wheels by hand.'],
  ] as const
  const sources = texts.map(([title, text]) => {
    const source = builder.source(text)
    builder.run('source.describe', { source, fields: { title } })
    return source
  })
  const place = { start: 0, end: 10 }
  const claim = builder.run('claim.fromSelection', {
    ...{ source: sources[0]!, category: 'judgement', map: builder.map },
    ...place,
  })
  for (const source of sources.slice(1)) builder.run('excerpt.add', { claim, source, ...place })
  return { builder, sources, section: () => independenceIn(builder) }
}

/** What the section of a report says. */
function independenceIn({ project, map }: Builder): string[] {
  const { blocks } = reportOf({ project, map, reuse: reuseIn(project) }, exportEnv.today)
  const said = blocks.map((block) => ('words' in block ? block.words.map(({ text }) => text).join('') : ''))
  const from = said.indexOf('Independence of sources')
  return from < 0 ? [] : said.slice(from + 1)
}

test('a report says which articles count as one, and how they share text', () => {
  expect(built().section()).toEqual([
    'The claims of this report rest on 3 articles, 2 independent. Articles that share text count as one source, unless the analyst takes them as independent.',
    'Count as one: “Gates opened”; “Valley flees”.',
    '“Gates opened” and “Valley flees” share 1 passage. Both carry TASS.',
    '“Gates opened” is undated. “Valley flees” is undated.',
  ])
})

test('a report says what two of many articles with one text share, which are no pair', () => {
  const builder = new Builder()
  const inLetters = (n: number) => String(n).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!)
  const own = (n: number, place: string) =>
    Array.from({ length: 40 }, (_none, at) => `${place}${inLetters(n)}x${inLetters(at)}`).join(' ')
  const paragraph = `${COPIED} ${COPIED.replaceAll(/(\w+)/g, '$1s')}`
  const sources = Array.from({ length: 24 }, (_none, n) => {
    const source = builder.source(`${own(n, 'before')}\n\n${paragraph}\n\n${own(n, 'after')}`)
    builder.run('source.describe', { source, fields: { title: `Outlet ${n}` } })
    return source
  })
  const place = { start: 0, end: 10 }
  const [first, second] = sources.slice(10)
  const claim = builder.run('claim.fromSelection', {
    ...{ source: first!, category: 'judgement', map: builder.map },
    ...place,
  })
  builder.run('excerpt.add', { claim, source: second!, ...place })
  expect(independenceIn(builder).slice(0, 3)).toEqual([
    'The claims of this report rest on 2 articles, 1 independent. Articles that share text count as one source, unless the analyst takes them as independent.',
    'Count as one: “Outlet 10”; “Outlet 11”.',
    '“Outlet 10” and “Outlet 11” share 1 passage. Neither says where the words come from.',
  ])
})

test('a report says that articles count as one through another', () => {
  const builder = new Builder()
  const other = COPIED.replaceAll(/(\w+)/g, '$1s')
  const [first, , last] = [COPIED, `${COPIED} ${other}`, other].map((text) => builder.source(text))
  const place = { start: 0, end: 10 }
  const claim = builder.run('claim.fromSelection', {
    ...{ source: first!, category: 'judgement', map: builder.map },
    ...place,
  })
  builder.run('excerpt.add', { claim, source: last!, ...place })
  expect(independenceIn(builder)[2]).toBe('They count as one through other articles of the project.')
})

test('a report has the decisions of the analyst with their reasons', () => {
  const { builder, sources, section } = built()
  builder.run('tie.add', { kind: 'independent', sources: sources.slice(0, 2), reason: 'Two reporters.' })
  builder.run('tie.add', { kind: 'cites', sources: sources.slice(1), reason: '' })
  expect(section().slice(1)).toEqual([
    '“Gates opened” and “Valley flees” are independent by the analyst’s decision.',
    'Reason: Two reporters.',
    '“Valley flees” cites “The keeper”.',
  ])
})

test('a report has no such section if all articles are independent', () => {
  const builder = new Builder()
  const source = builder.source(COPIED)
  builder.run('claim.fromSelection', {
    ...{ source, category: 'judgement', map: builder.map },
    ...{ start: 0, end: 10 },
  })
  const { project, map } = builder
  const { blocks } = reportOf({ project, map, reuse: reuseIn(project) }, exportEnv.today)
  expect(JSON.stringify(blocks)).not.toContain('Independence')
})
