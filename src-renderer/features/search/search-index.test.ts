import { describe, expect, test } from 'vitest'
import { Builder } from '#domain/testing/build'
import { SearchIndex } from './search-index'

const found = (index: SearchIndex, query: string) =>
  index
    .find(query)
    .hits.map(({ place }) => (place.kind === 'block' ? `block ${place.block}` : place.kind))
    .sort()

function workspace() {
  const builder = new Builder()
  const source = builder.source('Ankara signed for the S-400 in 2017.', 'Washington answered with sanctions.')
  const claim = builder.claim('The purchase is hedging.')
  const index = new SearchIndex()
  index.update(builder.project)
  return { builder, source, claim, index }
}

describe('a search finds', () => {
  test('paragraphs of articles, titles, claims, tags, notes and the words that claims rest on', () => {
    const { builder, source, claim, index } = workspace()
    builder.run('claim.tag', { claim, tags: ['arms trade'] })
    builder.run('claim.note', { claim, note: 'To be checked with Petra.' })
    builder.run('excerpt.add', { claim, source, start: 0, end: 13 })
    index.update(builder.project)
    expect(found(index, 'sanctions')).toEqual(['block 1'])
    expect(found(index, 'ankara')).toEqual(['block 0', 'excerpt', 'source'])
    expect(found(index, 'arms')).toEqual(['claim'])
    expect(found(index, 'petra')).toEqual(['claim-note'])
  })

  test('typed signs as printed ones, and words in writing without spaces', () => {
    const builder = new Builder()
    builder.source(
      'The envoy went to Łódź and Ærø; the mayor’s P‑17 stayed.',
      '議会は昨日、新しい橋の建設費を承認した。',
    )
    const index = new SearchIndex()
    index.update(builder.project)
    for (const query of ['lodz', 'aero', "mayor's", 'P-17'])
      expect(found(index, query), query).toContain('block 0')
    for (const query of ['建設費', '橋', '建設', '新しい橋の建設費'])
      expect(found(index, query), query).toEqual(['block 1'])
  })

  test('words of writing without spaces also within other words, wherever else they stand alone', () => {
    const builder = new Builder()
    builder.source(
      '시의회는 오래된다리를 폐쇄했다.',
      '다리 공사',
      '리다 의 회',
      '東京都議会は橋を',
      '議会の記録',
    )
    const index = new SearchIndex()
    index.update(builder.project)
    for (const [query, blocks] of [
      ['다리', [0, 1]],
      ['의회', [0]],
      ['시의회', [0]],
      ['폐쇄', [0]],
      ['다리 의회', [0]],
      ['議会', [3, 4]],
      ['都議会', [3]],
    ] as const)
      expect(
        found(index, query)
          .filter((place) => place !== 'source')
          .toSorted(),
        query,
      ).toEqual(blocks.map((block) => `block ${block}`))
  })

  test('words in quotation marks only where they follow one another', () => {
    const builder = new Builder()
    builder.source('The war of dogs was short.', 'Nobody let loose the dogs of war.')
    const index = new SearchIndex()
    index.update(builder.project)
    expect(found(index, 'dogs of war')).toEqual(['block 0', 'block 1', 'source'])
    for (const query of ['"dogs of war"', '“dogs of war” loose'])
      expect(found(index, query), query).toEqual(['block 1'])
  })

  test('the note of a relation', () => {
    const { builder, claim, index } = workspace()
    const relation = builder.relation('support', [builder.claim('It was cheap.')], claim)
    builder.run('relation.note', { relation, note: 'A weak step.' })
    index.update(builder.project)
    expect(found(index, 'weak')).toEqual(['relation-note'])
  })

  test('beginnings of words, and words with typing errors', () => {
    const { index } = workspace()
    expect(found(index, 'sanct')).toEqual(['block 1'])
    expect(found(index, 'sanctoins')).toEqual(['block 1'])
    expect(found(index, 'washingtn sancti')).toEqual(['block 1'])
  })

  test('only places that have all the words, claims by wording and tags together', () => {
    const { builder, claim, index } = workspace()
    builder.run('claim.tag', { claim, tags: ['energy'] })
    index.update(builder.project)
    expect(found(index, 'ankara sanctions')).toEqual([])
    expect(found(index, 'hedging energy')).toEqual(['claim'])
  })

  test('nothing, for an empty query', () => {
    expect(workspace().index.find(' … ')).toEqual({ hits: [], cut: false })
  })

  test('the same, whatever the order of the words', () => {
    const { index } = workspace()
    expect(index.find('for the s-400').hits).toEqual(index.find('s-400 for the').hits)
  })
})

describe('the index follows changes', () => {
  test('a reworded claim is found by its new words and not by the old ones', () => {
    const { builder, claim, index } = workspace()
    builder.run('claim.reword', { claim, text: 'The purchase is bribery.' })
    index.update(builder.project)
    expect(found(index, 'hedging')).toEqual([])
    expect(found(index, 'bribery')).toEqual(['claim'])
  })

  test('a deleted claim is not found until the deletion is undone', () => {
    const { builder, source, index } = workspace()
    const before = builder.project
    builder.run('source.remove', { sources: [source] })
    index.update(builder.project)
    expect(found(index, 'sanctions')).toEqual([])
    index.update(before)
    expect(found(index, 'sanctions')).toEqual(['block 1'])
  })

  test('unchanged records are not indexed again', () => {
    const { builder, index } = workspace()
    builder.claim('A second claim.')
    let read = 0
    index.update(builder.project, () => ++read > 0)
    expect(read).toBe(1)
  })

  test('indexing can pause and continue; indexed records are found in between', () => {
    const { builder } = workspace()
    const index = new SearchIndex()
    let left = 1
    expect(index.update(builder.project, () => left-- > 0)).toBe(false)
    expect(found(index, 'hedging')).toEqual(['claim'])
    expect(index.waiting(builder.project)).toBe(1)
    expect(index.update(builder.project)).toBe(true)
    expect(found(index, 'sanctions')).toEqual(['block 1'])
    expect(index.waiting(builder.project)).toBe(0)
  })
})
