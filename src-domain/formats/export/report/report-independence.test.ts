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
  const section = () => {
    const { project, map } = builder
    const { blocks } = reportOf({ project, map, reuse: reuseIn(project) }, exportEnv.today)
    const said = blocks.map((block) => ('words' in block ? block.words.map(({ text }) => text).join('') : ''))
    const from = said.indexOf('Independence of sources')
    return from < 0 ? [] : said.slice(from + 1)
  }
  return { builder, sources, section }
}

test('a report says which articles count as one, and how they share text', () => {
  expect(built().section()).toEqual([
    '3 articles, 2 independent. Articles that share text count as one source, unless the analyst takes them as independent.',
    'Count as one: “Gates opened”; “Valley flees”.',
    '“Gates opened” and “Valley flees” share 1 passage. Both carry TASS.',
    '“Gates opened” is undated. “Valley flees” is undated.',
  ])
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
