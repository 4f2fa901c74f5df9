import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runCommand } from '../commands/registry'
import { brokenRules } from './integrity'
import { load, parse } from './load'
import { applyPatch } from './patch'
import type { Project } from './project'
import type { AnchorState } from '../records/excerpt'
import { TABLE_NAMES } from '../records/registry'
import { save } from './save'
import { Builder } from '../testing/build'
import { testEnv } from '../testing/env'
import { file, loaded, SAMPLE, type File, type Json } from './testing/sample-file'

/** Loads any text. The result must be a project that keeps all rules, or a failure with a message. */
const survives = (text: string) => {
  const result = load(text)
  if (!result.ok) expect(result.message).toMatch(/^The file .*\.$/s)
  else {
    expect(brokenRules(result.project)).toEqual([])
    expect(save(loaded(save(result.project)))).toBe(save(result.project))
  }
}

/** The places of all values in a JSON value, as paths. */
const paths = (value: unknown, path: string[] = []): string[][] =>
  typeof value === 'object' && value !== null
    ? [path, ...Object.entries(value).flatMap(([key, inner]) => paths(inner, [...path, key]))]
    : [path]

const put = (value: Json, path: readonly string[], inner: unknown): void => {
  const holder = path.slice(0, -1).reduce((at, key) => at[key] as Json, value)
  holder[path.at(-1)!] = inner
}

test('P4 an infinite number, which would be saved as null, is refused anywhere', () => {
  const text = SAMPLE.replace('"revision": 0', '"revision": 0, "extra": [{"x": -1e999}]')
  expect(load(text)).toMatchObject({
    ok: false,
    message: 'The file was refused: it has an infinite number.',
  })
})

test('P4 a newer file with known records is parsed read-only, and never loaded', () => {
  const newer = SAMPLE.replace('"version": 2', '"version": 9, "charts": []')
  expect(parse(newer)).toMatchObject({ ok: true, version: 9, project: { about: { version: 2, charts: [] } } })
  expect(load(newer)).toMatchObject({ ok: false, failure: 'newer' })
  const strange = newer.replaceAll('"category"', '"kind"')
  expect(parse(strange)).toMatchObject({ ok: false, failure: 'newer' })
})

describe('P4 loading never throws', () => {
  test('whatever text the file has', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), survives))
  })

  test('whatever JSON the file has', () => {
    fc.assert(fc.property(fc.json(), survives))
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...TABLE_NAMES, 'id', 'x'), fc.jsonValue()), (content) =>
        survives(JSON.stringify({ ...file(), ...content })),
      ),
    )
  })

  test('wherever the file is cut short', () => {
    fc.assert(
      fc.property(fc.nat({ max: SAMPLE.length - 2 }), (length) => {
        expect(load(SAMPLE.slice(0, length))).toMatchObject({ ok: false })
      }),
    )
  })

  test('whichever bits of the file are flipped', () => {
    const bytes = new TextEncoder().encode(SAMPLE)
    const flips = fc.array(fc.nat({ max: bytes.length * 8 - 1 }), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(flips, (bits) => {
        const damaged = bytes.slice()
        for (const bit of bits) damaged[bit >> 3]! ^= 1 << (bit & 7)
        survives(new TextDecoder().decode(damaged))
      }),
      { numRuns: 400 },
    )
  })

  test('whatever replaces a value of the project', () => {
    const places = paths(file()).slice(1)
    const values = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('', 'nobody', -1, 0.5, 1e21, '__proto__', 'claim', 'relation'),
    )
    fc.assert(
      fc.property(fc.constantFrom(...places), values, (path, value) => {
        const content = file()
        put(content, path, value)
        survives(JSON.stringify(content))
      }),
      { numRuns: 600 },
    )
  })
})

describe('P5 unknown fields survive', () => {
  const LATER = { later: { of: [1, { deep: null }], toString: 'a word' }, valueOf: 'another', 10: 'a number' }
  /** A file to which a later version, or another program, has added fields at every level. */
  const withMore = (): File => {
    const content = file()
    for (const table of TABLE_NAMES) for (const row of content[table]) Object.assign(row, LATER)
    for (const source of content.sources) {
      for (const block of source['blocks'] as Json[]) Object.assign(block, LATER)
      source['report'] = [{ what: 'lines joined', count: 2, ...LATER }]
    }
    return Object.assign(content, LATER, { annotations: [{ id: 'x' }] })
  }

  test('load and save', () => {
    const content = withMore()
    const bytes = save(loaded(content))
    expect(JSON.parse(bytes)).toEqual(content)
    expect(save(loaded(bytes))).toBe(bytes)
  })

  test('commands, including undo', () => {
    const project = loaded(withMore())
    const first = (table: (typeof TABLE_NAMES)[number]) => [...project[table].keys()][0]!
    const runs = [
      ['claim.reword', { claim: first('claims'), text: 'In other words' }],
      ['relation.note', { relation: first('relations'), note: 'Why it holds' }],
      ['placement.move', { moves: [{ placement: first('placements'), x: 5, y: 5 }] }],
      ['map.rename', { map: first('maps'), name: 'Renamed' }],
      ['source.describe', { source: first('sources'), fields: { publisher: 'A paper' } }],
      ['project.rename', { title: 'Renamed' }],
    ] as const
    let now = project
    for (const [name, input] of runs) {
      const outcome = runCommand(now, name, input, testEnv('run'))
      const applied = 'patch' in outcome && outcome.patch.length > 0 && applyPatch(now, outcome.patch)
      if (!applied || 'conflict' in applied) throw new Error(name)
      now = applied.project
    }
    const after = JSON.parse(save(now)) as File
    for (const table of TABLE_NAMES) for (const row of after[table]) expect(row).toMatchObject(LATER)
    expect(after).toMatchObject({ ...LATER, annotations: [{ id: 'x' }] })
    expect(after.sources[0]).toMatchObject({ blocks: [LATER, LATER], report: [LATER] })
  })

  test('a merge into another project', () => {
    const { project, env } = new Builder('Other', testEnv('other'))
    const outcome = runCommand(project, 'project.merge', { file: JSON.stringify(withMore()) }, env)
    expect('patch' in outcome && outcome.patch.length).toBeGreaterThan(10)
    if ('patch' in outcome)
      for (const change of outcome.patch) if (change.table !== 'about') expect(change.to).toMatchObject(LATER)
  })
})

describe('P7 an excerpt whose text was changed by another program is never silently exact', () => {
  const TEXT = 'It began in spring. Ankara chose the S-400 over the Patriot. It ended in sanctions.'
  const start = TEXT.indexOf('Ankara')
  const end = TEXT.indexOf(' It ended')
  const builder = new Builder()
  builder.run('claim.fromSelection', { source: builder.source(TEXT), start, end, category: 'judgement' })
  const opened = (text: string, fields: Json = {}) => {
    const content = JSON.parse(save(builder.project)) as File
    Object.assign(content.sources[0]!, { text, blocks: [] })
    Object.assign(content.excerpts[0]!, fields)
    return loaded(content)
  }
  const stateIn = (project: Project): AnchorState => [...project.excerpts.values()][0]!.anchor

  test.each<[AnchorState, string]>([
    ['exact', `${TEXT} And more.`],
    ['moved', `At first: ${TEXT}`],
    ['edited', TEXT.replace('chose', 'preferred')],
    ['ambiguous', `# ${TEXT}${TEXT}`],
    ['lost', 'Something else altogether.'],
    ['lost', ''],
  ])('%s: %s', (state, text) => {
    const project = opened(text)
    expect(stateIn(project)).toBe(state)
    expect(stateIn(loaded(save(project)))).toBe(state)
  })

  test('a shorter text with the words twice, or without a moved excerpt, still opens', () => {
    const quote = TEXT.slice(start, end)
    const late = { start: 5000, end: 5000 + quote.length }
    expect(stateIn(opened(`${quote} ${quote}`, late))).toBe('ambiguous')
    expect(stateIn(opened('Short.', { ...late, anchor: 'moved' }))).toBe('lost')
    expect(stateIn(opened('Short.', { ...late, anchor: 'edited' }))).toBe('lost')
  })

  test('after any change of the text, the anchor state is correct', () => {
    const cuts = fc.record({
      at: fc.nat({ max: TEXT.length }),
      length: fc.nat({ max: 30 }),
      text: fc.string({ maxLength: 20 }),
    })
    fc.assert(
      fc.property(cuts, ({ at, length, text }) => {
        const now = TEXT.slice(0, at) + text + TEXT.slice(at + length)
        const project = opened(now)
        const excerpt = [...project.excerpts.values()][0]!
        const there = now.slice(excerpt.start, excerpt.end) === excerpt.exact
        expect(there).toBe(excerpt.anchor === 'exact' || excerpt.anchor === 'moved')
        expect(excerpt.anchor === 'exact').toBe(now.slice(start, end) === TEXT.slice(start, end))
      }),
    )
  })
})
