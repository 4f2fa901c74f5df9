import { describe, expect, test } from 'vitest'
import { Builder } from '#domain/testing/build'
import { NO_FILTERS, type Filters } from './filters'
import { browsed, groupResults, type Row } from './results'
import { SearchIndex } from './search-index'

function workspace() {
  const builder = new Builder()
  const first = builder.source('Ankara signed for the S-400.', 'Sanctions followed the purchase.')
  const second = builder.source('Moscow delivered the batteries.', 'Ankara paid.')
  const hedging = builder.claim('The purchase is hedging', builder.map)
  const bribery = builder.claim('The purchase is bribery')
  builder.run('claim.categorise', { claims: [bribery], category: 'hypothesis' })
  builder.run('claim.tag', { claim: bribery, tags: ['money'] })
  builder.run('claim.note', { claim: bribery, note: 'Ask who paid for the purchase.' })
  builder.run('excerpt.add', { claim: hedging, source: first, start: 30, end: 48 })
  const index = new SearchIndex()
  index.update(builder.project)
  const search = (
    query: string,
    filters: Partial<Filters> = {},
    shown?: Parameters<typeof groupResults>[3],
  ) => groupResults(builder.project, index.find(query).hits, { ...NO_FILTERS, ...filters }, shown)
  return { builder, first, second, hedging, bribery, index, search }
}

const words = (row: Row | undefined) => row?.pieces.map(({ text }) => text).join('')
const texts = (groups: ReturnType<typeof groupResults>, name: string) =>
  groups.find((group) => group.name === name)?.rows.map(words)

describe('grouping', () => {
  test('claims, articles with their passages, and notes are separate groups', () => {
    const groups = workspace().search('purchase')
    expect(groups.map(({ name, total }) => `${name} ${total}`)).toEqual(['Claims 2', 'Articles 1', 'Notes 1'])
    expect(texts(groups, 'Articles')).toEqual(['Ankara signed for th', 'Sanctions followed the purchase.'])
    expect(texts(groups, 'Notes')).toEqual(['Ask who paid for the purchase.'])
  })

  test('a passage leads to the words found in it', () => {
    const { search, builder } = workspace()
    const row = search('followed purchase')
      .flatMap(({ rows }) => rows)
      .find(({ kind }) => kind === 'passage')!
    expect(
      row.kind === 'passage' && builder.project.sources.get(row.source)!.text.slice(row.start, row.end),
    ).toBe('followed the purchase')
  })

  test('a claim that has the words only in its passages shows those', () => {
    const [claims] = workspace().search('sanctions')
    const [row] = claims!.rows
    expect(words(row)).toBe('The purchase is hedging')
    expect(row?.kind === 'claim' && row.passage?.pieces.find(({ marked }) => marked)?.text).toBe('Sanctions')
  })

  test('the initials of who made a claim or a passage find it', () => {
    const { builder, index, search } = workspace()
    const [claim] = [...builder.project.claims.values()]
    const claims = new Map(builder.project.claims).set(claim!.id, {
      ...claim!,
      by: { id: 'one', initials: 'AKX' },
    })
    builder.project = { ...builder.project, claims }
    index.update(builder.project)
    const [row] = search('akx')[0]!.rows
    expect(row?.kind === 'claim' && row.tags).toEqual([{ text: 'AKX', marked: true }])
  })

  test('a matching tag is marked', () => {
    const [row] = workspace().search('money')[0]!.rows
    expect(row?.kind === 'claim' && row.tags).toEqual([{ text: 'money', marked: true }])
  })

  test('an article without the words in its title is only a heading for its passages', () => {
    const { search } = workspace()
    const headings = (query: string) =>
      search(query)[0]!.rows.map((row) => row.kind === 'source' && row.heading)
    expect(headings('batteries')).toEqual([true, false])
    expect(headings('moscow')).toEqual([false, false])
  })

  test('text that is set aside comes last, with the reason', () => {
    const { builder, first } = workspace()
    const source = builder.project.sources.get(first)!
    const blocks = source.blocks.map((block, at) => (at === 0 ? { ...block, aside: 'furniture' } : block))
    const project = { ...builder.project, sources: new Map([[first, { ...source, blocks }]]) }
    const index = new SearchIndex()
    index.update(project)
    const rows = groupResults(project, index.find('the').hits, NO_FILTERS).find(
      ({ name }) => name === 'Articles',
    )!.rows
    expect(rows.map((row) => row.kind === 'passage' && row.aside)).toEqual([false, undefined, 'furniture'])
  })

  test('a group shows only the first results at first', () => {
    const { search } = workspace()
    const [claims] = search('purchase', {}, { Claims: 1, Articles: 1, Notes: 1 })
    expect(claims).toMatchObject({ total: 2, hidden: 1 })
    expect(claims!.rows).toHaveLength(1)
  })

  test('records deleted since indexing are left out', () => {
    const { builder, first, bribery, search } = workspace()
    builder.run('source.remove', { sources: [first] })
    builder.run('claim.remove', { claims: [bribery] })
    expect(search('purchase').flatMap(({ rows }) => rows.map(({ kind }) => kind))).toEqual(['claim'])
  })
})

describe('filters', () => {
  const claims = (filters: Partial<Filters> & object, query = 'purchase') => {
    const { search } = workspace()
    const groups = search(query, filters)
    return groups.map(({ name }) => [name, ...(texts(groups, name) ?? [])])
  }
  const BRIBERY = [
    ['Claims', 'The purchase is bribery'],
    ['Notes', 'Ask who paid for the purchase.'],
  ]

  test('a category, a tag and “on no map” keep only claims and their notes', () => {
    expect(claims({ category: 'hypothesis' })).toEqual(BRIBERY)
    expect(claims({ tag: 'money' })).toEqual(BRIBERY)
    expect(claims({ onNoMap: true })).toEqual(BRIBERY)
    expect(claims({ category: 'hypothesis', tag: 'nobody has it' })).toEqual([])
  })

  test('a source keeps only itself and the claims that rest on it', () => {
    const { search, first, second } = workspace()
    expect(search('purchase', { source: first }).map(({ name, total }) => `${name} ${total}`)).toEqual([
      'Claims 1',
      'Articles 1',
    ])
    expect(search('purchase', { source: second })).toEqual([])
    expect(search('ankara', { source: second }).map(({ name }) => name)).toEqual(['Articles'])
  })

  test('a grade keeps the claims whose best passage has it, and “not graded” those without any', () => {
    const { builder, search, first } = workspace()
    const found = (grade: string) => texts(search('purchase', { grade }), 'Claims')
    expect(found('ungraded')).toEqual(['The purchase is hedging'])
    builder.run('source.describe', { source: first, fields: { reliability: 'D', credibility: '2' } })
    expect([found('ungraded'), found('strong'), found('weak')]).toEqual([
      undefined,
      undefined,
      ['The purchase is hedging'],
    ])
  })

  test('P7 “passages to review” keeps only claims with a passage that is not exact, including lost ones', () => {
    const { builder, search } = workspace()
    expect(search('purchase', { review: true })).toEqual([])
    const [excerpt] = builder.project.excerpts.values()
    builder.project = {
      ...builder.project,
      excerpts: new Map([[excerpt!.id, { ...excerpt!, anchor: 'lost' }]]),
    }
    expect(texts(search('purchase', { review: true }), 'Claims')).toEqual(['The purchase is hedging'])
  })

  test('filters without words list everything that matches; no filter lists nothing', () => {
    const { builder, first } = workspace()
    const list = (filters: Partial<Filters>) => {
      const groups = browsed(builder.project, { ...NO_FILTERS, ...filters })
      return groups.flatMap(({ rows }) => rows.map(words))
    }
    expect(list({})).toEqual([])
    expect(list({ onNoMap: true })).toEqual(['The purchase is bribery'])
    expect(list({ source: first })).toEqual(['The purchase is hedging', 'Ankara signed for th'])
  })
})
