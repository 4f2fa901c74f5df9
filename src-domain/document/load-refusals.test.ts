import { describe, expect, test } from 'vitest'
import { load } from './load'
import { TABLE_NAMES } from '../records/registry'
import { save } from './save'
import { file, loaded, SAMPLE, type Json } from './testing/sample-file'

describe('a file that is not a project of this version is refused with a message', () => {
  test.each([
    ['empty', '', 'empty', /empty/],
    ['a byte order mark alone', '\uFEFF\n', 'empty', /empty/],
    ['a text', 'Dear diary', 'not-json', /not JSON/],
    ['a project cut short', SAMPLE.slice(0, 900), 'not-json', /its JSON is incomplete/],
    ['other JSON', '{"format": "geojson"}', 'not-a-project', /not a Counterpoint project/],
    ['a list', '[]', 'not-a-project', /not a Counterpoint project/],
    ['null', 'null', 'not-a-project', /not a Counterpoint project/],
    [
      'a version that is a word',
      '{"format":"counterpoint","version":"1"}',
      'not-a-project',
      /not a Counterpoint/,
    ],
    [
      'version 0',
      '{"format":"counterpoint","version":0}',
      'not-a-project',
      /version 0, which does not exist/,
    ],
    ['version 0.5', '{"format":"counterpoint","version":0.5}', 'not-a-project', /which does not exist/],
    [
      'a newer version',
      '{"format":"counterpoint","version":3}',
      'newer',
      /newer Counterpoint .*Update Counterpoint/,
    ],
    [
      'a much newer one, of another shape',
      '{"format":"counterpoint","version":99,"claims":{}}',
      'newer',
      /version 99/,
    ],
    ['no tables and no title', '{"format":"counterpoint","version":1}', 'damaged', /damaged: id/],
  ])('%s', (_case, text, failure, words) => {
    const result = load(text)
    expect(result).toMatchObject({ ok: false, failure })
    if (!result.ok) expect(result.message).toMatch(words)
  })

  test('a byte order mark before a project is ignored', () => {
    expect(save(loaded(`\uFEFF${SAMPLE}`))).toBe(SAMPLE)
  })

  test('missing tables are read as empty', () => {
    const { format, version, id, title, created, modified, revision } = file()
    expect(loaded({ format, version, id, title, created, modified, revision }).claims.size).toBe(0)
  })
})

describe('P4 a hostile file is refused', () => {
  test.each(['__proto__', 'constructor', 'prototype'])('with the key %s, at any level', (key) => {
    for (const place of [/"title": /, /"role": /, /"premises": /]) {
      const text = SAMPLE.replace(place, (found) => `"${key}": {"polluted": true}, ${found}`)
      expect(load(text)).toMatchObject({
        ok: false,
        failure: 'damaged',
        message: expect.stringContaining(key) as string,
      })
    }
    expect('polluted' in {}).toBe(false)
  })

  test.each([
    ['lists', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['objects', '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000)],
  ])('with ten thousand nested %s', (_case, deep) => {
    expect(load(deep)).toMatchObject({ ok: false })
    expect(load(SAMPLE.replace('"title": ', `"more": ${deep}, "title": `))).toMatchObject({
      ok: false,
      message: 'The file was refused: it is nested too deeply.',
    })
  })
})

describe('P3 an invalid project is refused', () => {
  const change = (table: (typeof TABLE_NAMES)[number], fields: Json) => {
    const content = file()
    Object.assign(content[table][0]!, fields)
    return load(JSON.stringify(content))
  }
  test.each([
    ['claims', 'category'],
    ['excerpts', 'claim'],
    ['excerpts', 'source'],
    ['placements', 'map'],
    ['placements', 'claim'],
    ['relations', 'target'],
  ] as const)('if a record of %s points to a missing %s', (table, field) => {
    expect(change(table, { [field]: 'nobody' })).toMatchObject({ ok: false, failure: 'damaged' })
  })

  test.each<[string, (typeof TABLE_NAMES)[number], Json]>([
    ['a relation without premises', 'relations', { premises: [] }],
    ['a premise that is not there', 'relations', { premises: ['nobody'] }],
    ['a block beyond its text', 'sources', { blocks: [{ role: 'paragraph', start: 0, end: 9999 }] }],
    ['an empty block', 'sources', { blocks: [{ role: 'paragraph', start: 3, end: 3 }] }],
    [
      'blocks over one another',
      'sources',
      {
        blocks: [
          { role: 'quote', start: 0, end: 9 },
          { role: 'quote', start: 8, end: 12 },
        ],
      },
    ],
    ['a time that is none', 'claims', { created: 'yesterday' }],
    ['a place beyond all maps', 'placements', { x: 1e9 }],
  ])('%s', (_case, table, fields) => {
    expect(change(table, fields)).toMatchObject({ ok: false, failure: 'damaged' })
  })

  test.each(TABLE_NAMES)('two records of %s with the same id', (table) => {
    const content = file()
    content[table].push(content[table][0]!)
    expect(load(JSON.stringify(content))).toMatchObject({ ok: false, failure: 'damaged' })
  })

  test('a claim twice on one map, a claim as its own premise, a relation that attacks itself', () => {
    const twice = file()
    twice.placements.push({ ...twice.placements[0]!, id: 'another' })
    const itself = file()
    itself.relations[0]!['premises'] = [itself.relations[0]!['target']]
    const round = file()
    const undercut = round.relations.find((each) => each['targetType'] === 'relation')!
    undercut['target'] = undercut['id']
    for (const content of [twice, itself, round]) {
      expect(load(JSON.stringify(content))).toMatchObject({ ok: false, failure: 'damaged' })
    }
  })
})
