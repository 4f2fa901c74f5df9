import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Project } from '../../../document/project'
import { Builder } from '../../../testing/build'
import { testEnv } from '../../../testing/env'
import { exportEnv } from '../../../testing/export-env'
import { DEFAULT_LOOK } from '../../export/picture-options'
import { emptyProject, fileRead, withFile } from '../testing/read'
import { said } from '../testing/said'
import { textsOf } from '../testing/sample-project'
import { writeQdc } from './write-qdc'
import { writeQdpx } from './write-qdpx'

const FOLDER = join(import.meta.dirname, 'samples')
const SAMPLES = readdirSync(FOLDER).filter((file) => file.endsWith('.qdpx'))
const STANDARD = 'standard-code-points.qdpx'

type Parts = Record<string, string>

const partsOf = (file: string): Parts => textsOf(readFileSync(join(FOLDER, file)))

async function came(parts: Parts): Promise<Builder> {
  const builder = new Builder('Test', testEnv('edit'))
  builder.project = withFile(emptyProject(), (await fileRead('qdpx', JSON.stringify(parts), 'a.qdpx')).file)
  return builder
}

const written = async (project: Project): Promise<Parts> =>
  textsOf((await writeQdpx({ project, map: '', ...DEFAULT_LOOK }, exportEnv)) as Uint8Array)

const projectFile = (parts: Parts): string =>
  Object.entries(parts).find(([path]) => path.endsWith('.qde'))![1]

/** The tags and texts of an XML text that are not in another, and the other way round. */
function differences(before: string, after: string): { gone: string[]; added: string[] } {
  const pieces = (text: string) => text.match(/<[^>]+>|[^<>]+/g)?.filter((piece) => piece.trim() !== '') ?? []
  const without = (all: string[], others: string[]) => {
    const left = [...others]
    return all.filter((piece) => {
      const at = left.indexOf(piece)
      if (at >= 0) left.splice(at, 1)
      return at < 0
    })
  }
  return {
    gone: without(pieces(before), pieces(after)),
    added: without(pieces(after), pieces(before)),
  }
}

/** What a project says, with categories, tags, notes and passages of its claims. */
const saidWhole = (project: Project): string[] => [
  ...said(project),
  ...[...project.claims.values()]
    .map(({ id, text, note, tags, category }) =>
      JSON.stringify([
        text,
        note,
        [...tags].sort(),
        project.categories.get(category)!.name,
        [...project.excerpts.values()]
          .filter(({ claim }) => claim === id)
          .map(({ exact, start }) => `${start} ${exact}`)
          .sort(),
        [...project.placements.values()]
          .filter(({ claim }) => claim === id)
          .map(({ map, x, y }) => `${project.maps.get(map)!.name} ${x} ${y}`)
          .sort(),
      ]),
    )
    .sort(),
]

const readAgain = async (parts: Parts): Promise<Project> =>
  withFile(emptyProject(), (await fileRead('qdpx', JSON.stringify(parts), 'a.qdpx')).file)

const claimWith = ({ project }: Builder, words: string): string =>
  [...project.claims.values()].find(({ text }) => text.includes(words))!.id

describe.each(SAMPLES)('%s', (file) => {
  test('P9 a project of REFI-QDA that nobody changed is written with the same parts', async () => {
    const parts = partsOf(file)
    expect(await written((await came(parts)).project)).toEqual(parts)
  })
})

/** What an analyst does to the standard sample, and the tags and texts of its project file that go and come. */
const ONE_DIFFERENCE: readonly (readonly [string, (builder: Builder) => void, RegExp[], RegExp[]])[] = [
  [
    'a note',
    (builder) => builder.run('claim.note', { claim: claimWith(builder, 'Spare'), note: 'Seen & heard' }),
    [/^Seen twice$/],
    [/^Seen &amp; heard$/],
  ],
  [
    'a wording',
    (builder) => builder.run('claim.reword', { claim: claimWith(builder, 'Spare'), text: 'Parts are late' }),
    [/name="Spare parts/],
    [/name="Parts are late" startPosition="15"/],
  ],
  [
    'the name of a code',
    (builder) =>
      builder.run('tag.rename', { tag: 'Risk / Supply / Spare parts', to: 'Risk / Supply / Spares' }),
    [/<Code guid="FFB84262.*name="Spare parts"/],
    [/<Code guid="FFB84262.*name="Spares"/],
  ],
  [
    'a coding',
    (builder) =>
      builder.run('claim.tag', { claim: claimWith(builder, 'come late. The'), tags: ['Risk / Supply'] }),
    [/<CodeRef targetGUID="246D8852/],
    [/<CodeRef targetGUID="A2E4FB9B/],
  ],
  [
    'the kind of a relation',
    (builder) => {
      const [relation] = [...builder.project.relations.values()].filter(({ kind }) => kind === 'support')
      builder.run('relation.attack', { relation: relation!.id })
    },
    [/<Link guid="BD2B25CF.*supports/],
    [/<Link guid="BD2B25CF.*attacks" direction="OneWay"/],
  ],
  [
    'the place of a card',
    (builder) => {
      const [card] = [...builder.project.placements.values()].filter(({ x }) => x === 10)
      builder.run('placement.move', { moves: [{ placement: card!.id, x: 70, y: 90 }] })
    },
    [/<Vertex.*firstX="10"/],
    [/<Vertex.*firstX="70" firstY="90" shape="RoundedRectangle"/],
  ],
]

test.each(ONE_DIFFERENCE)('P9 %s changed is one difference of the file', async (_, edit, gone, added) => {
  const parts = partsOf(STANDARD)
  const builder = await came(parts)
  edit(builder)
  const now = await written(builder.project)
  expect({ ...now, 'project.qde': '' }).toEqual({ ...parts, 'project.qde': '' })
  const found = differences(projectFile(parts), projectFile(now))
  expect([found.gone.length, found.added.length]).toEqual([gone.length, added.length])
  gone.forEach((each, at) => expect(found.gone[at]).toMatch(each))
  added.forEach((each, at) => expect(found.added[at]).toMatch(each))
  expect(saidWhole(await readAgain(now))).toEqual(saidWhole(builder.project))
})

const EDITS: Readonly<Record<string, (builder: Builder) => void>> = {
  'a wording that is a piece of its passage': (builder) =>
    builder.run('claim.reword', { claim: claimWith(builder, 'Spare'), text: 'Spare parts' }),
  'a claim removed': (builder) => builder.run('claim.remove', { claims: [claimWith(builder, 'Spare')] }),
  'a relation removed': (builder) =>
    builder.run('relation.remove', { relation: [...builder.project.relations.keys()][0]! }),
  'a category chosen': (builder) =>
    builder.run('claim.categorise', { claims: [claimWith(builder, 'Spare')], category: 'hypothesis' }),
  'a category of the user': (builder) => {
    builder.run('category.add', { name: 'Aside' })
    const category = [...builder.project.categories.values()].find(({ name }) => name === 'Aside')!.id
    builder.run('claim.categorise', { claims: [claimWith(builder, 'nobody')], category })
  },
  'a category renamed': (builder) => {
    const category = [...builder.project.categories.values()].find(({ name }) => name === 'Evidence')!.id
    builder.run('category.edit', { category, fields: { name: 'Proof' } })
  },
  'the note of another element': (builder) => {
    const claim = [...builder.project.claims.values()].find(({ note }) => note.includes('He had been'))!
    builder.run('claim.note', { claim: claim.id, note: claim.note.replace('asked', 'told') })
  },
  'a note written before that of another element': (builder) => {
    const claim = [...builder.project.claims.values()].find(({ note }) => note.includes('He had been'))!
    builder.run('claim.note', { claim: claim.id, note: `Mine\n\n${claim.note}` })
  },
  'a note without that of another element': (builder) => {
    const claim = [...builder.project.claims.values()].find(({ note }) => note.includes('He had been'))!
    builder.run('claim.note', { claim: claim.id, note: 'Other' })
  },
  'new tags': (builder) =>
    builder.run('claim.tag', {
      claim: claimWith(builder, 'nobody'),
      tags: ['New', 'Risk / Weather', 'Far / Away'],
    }),
  'a new claim without a passage on the map': (builder) => {
    const [map] = builder.project.maps.keys()
    const claim = builder.claim('A claim of mine', map)
    builder.run('claim.tag', { claim, tags: ['Risk'] })
    builder.relation('attack', [claim], claimWith(builder, 'Spare'))
  },
  'a new claim without a passage on no map': (builder) => void builder.claim('A claim of mine'),
  'a new passage and its claim': (builder) => {
    const [source] = builder.project.sources.values()
    builder.run('claim.fromSelection', { source: source!.id, start: 2, end: 9 })
  },
  'a second passage of a claim': (builder) => {
    const [source] = builder.project.sources.values()
    builder.run('excerpt.add', { claim: claimWith(builder, 'nobody'), source: source!.id, start: 0, end: 5 })
  },
  'a passage removed': (builder) => {
    const claim = claimWith(builder, 'Spare')
    const [excerpt] = [...builder.project.excerpts.values()].filter((each) => each.claim === claim)
    builder.run('excerpt.remove', { excerpt: excerpt!.id })
  },
  'a new map': (builder) => {
    builder.run('map.add', { name: 'Mine' })
    const map = [...builder.project.maps.values()].find(({ name }) => name === 'Mine')!.id
    builder.run('claim.place', { claims: [claimWith(builder, 'nobody')], map })
  },
  'a map renamed': (builder) =>
    builder.run('map.rename', { map: [...builder.project.maps.keys()][0]!, name: 'Other name' }),
  'a card taken off': (builder) =>
    builder.run('claim.unplace', {
      claims: [claimWith(builder, 'Spare')],
      map: [...builder.project.maps.keys()][0]!,
    }),
}

const XSD = resolve(import.meta.dirname, '../../../../../shared/interchange/qdpx/Project.xsd')
const hasXmllint = (() => {
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

describe.each([STANDARD, 'nvivo-like-utf16-crlf-bom.qdpx'])('%s', (file) => {
  test.each(Object.keys(EDITS))('P9 after “%s” the file says the same as the project', async (name) => {
    const parts = partsOf(file)
    const builder = await came(parts)
    if (builder.project.maps.size === 0 && /map|relation|card/.test(name)) return
    EDITS[name]!(builder)
    const now = await written(builder.project)
    expect(saidWhole(await readAgain(now))).toEqual(saidWhole(builder.project))
    expect(projectFile(now)).toContain('name="A. Coder" id="AC"')
    if (!hasXmllint || !existsSync(XSD)) return
    const path = join(mkdtempSync(join(tmpdir(), 'qdpx-')), 'project.qde')
    writeFileSync(path, projectFile(now))
    execFileSync('xmllint', ['--noout', '--nonet', '--schema', XSD, path], { stdio: 'pipe' })
  })
})

describe('a codebook', () => {
  const sample = readFileSync(join(FOLDER, 'codebook.qdc'), 'utf8')

  const withBook = async (text = sample): Promise<Builder> => {
    const builder = new Builder('Test', testEnv('edit'))
    builder.project = withFile(emptyProject(), (await fileRead('qdc', text, 'codes.qdc')).file)
    return builder
  }
  const book = async ({ project }: Builder): Promise<string> =>
    String(await writeQdc({ project, map: '', ...DEFAULT_LOOK }, exportEnv))
  const category = ({ project }: Builder, wanted: string): string =>
    [...project.categories.values()].find(({ name }) => name === wanted)!.id

  test('P9 that nobody changed is written as it came', async () => {
    expect(await book(await withBook())).toBe(sample)
  })

  test('P9 with one name changed has one difference', async () => {
    const builder = await withBook()
    builder.run('category.edit', { category: category(builder, 'Rage'), fields: { name: 'Wrath & ire' } })
    expect(differences(sample, await book(builder))).toEqual({
      gone: ['<Code guid="c3" name="Rage" isCodable="true"/>'],
      added: ['<Code guid="c3" name="Wrath &amp; ire" isCodable="true"/>'],
    })
  })

  test('P9 has definitions, new categories and tags, and not what was removed', async () => {
    const builder = await withBook()
    builder.run('category.edit', {
      category: category(builder, 'Rage'),
      fields: { definition: 'Great anger' },
    })
    builder.run('category.remove', { category: category(builder, 'Fear; doubt') })
    builder.run('category.add', { name: 'Joy', definition: 'Gladness' })
    builder.run('claim.tag', { claim: builder.claim('One'), tags: ['seen'] })
    const text = await book(builder)
    expect(text).toContain('<Code guid="c2" name="Negative/Loud" isCodable="false"><Code guid="c3"')
    expect(text).not.toContain('Fear')
    const names = ({ project }: Builder) =>
      [...project.categories.values()].map(({ name, definition }) => `${name}: ${definition}`).sort()
    expect(names(await withBook(text))).toEqual(
      expect.arrayContaining(['Joy: Gladness', 'Rage: Great anger']),
    )
    expect(names(await withBook(text)).join()).not.toContain('seen')
    expect(await book(await withBook(text))).toBe(text)
  })
})

test('P9 a file that came in UTF-16 says that it is UTF-8, as which it is saved', async () => {
  const parts = partsOf(STANDARD)
  const declared = projectFile(parts).replace('encoding="utf-8"', 'encoding="utf-16"')
  const now = await written((await came({ ...parts, 'project.qde': declared })).project)
  expect(projectFile(now)).toBe(projectFile(parts).replace('encoding="utf-8"', 'encoding="UTF-8"'))
})
