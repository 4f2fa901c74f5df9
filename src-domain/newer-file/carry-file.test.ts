import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCommand } from '../commands/registry'
import { brokenRules } from '../document/integrity'
import { applyPatch } from '../document/patch'
import type { Project } from '../document/project'
import { emptyProject, fileRead, withFile } from '../formats/interchange/testing/read'
import { INTERCHANGE_FORMATS, type InterchangeName } from '../formats/interchange/catalogue'
import { newsOf } from '../importing/newer-file'
import { Builder } from '../testing/build'
import { testEnv } from '../testing/env'
import { isNewerState, olderOrigins } from './older-origin'

/** The samples of every format that is one text. */
async function samples(): Promise<(readonly [InterchangeName, string, string, string | undefined])[]> {
  const folder = join(import.meta.dirname, '..', 'formats', 'interchange')
  const found = INTERCHANGE_FORMATS.flatMap(({ name, extensions }) => {
    const own = join(folder, name === 'qdc' ? 'qdpx' : name.replace('-csv', ''), 'samples')
    return readdirSync(own)
      .filter((file) => extensions.some((ending: string) => file.endsWith(`.${ending}`)))
      .filter((file) => !/broken|refused|qdpx$|xmind$/.test(file))
      .map((file) => [name, join(own, file)] as const)
  })
  return Promise.all(
    found.map(async ([name, path]) => {
      const beside = /\.(?:xml|ann)$/.test(path)
        ? await readFile(path.replace(/\.\w+$/, '.txt'), 'utf8')
        : undefined
      return [name, basename(path), await readFile(path, 'utf8'), beside] as const
    }),
  )
}

interface Node {
  nodeID: string
  text: string
  type: string
  scheme?: string
}
const node = (nodeID: string, type: string, text: string): Node => ({ nodeID, type, text })
const edges = (...ends: [string, string][]) =>
  ends.map(([fromID, toID], at) => ({ edgeID: String(at), fromID, toID }))

const OLD = JSON.stringify({
  nodes: [
    node('1', 'I', 'The harbour silts up'),
    node('2', 'I', 'Ships run late'),
    node('3', 'I', 'The crane is old'),
    node('4', 'RA', 'RA'),
    node('5', 'CA', 'CA'),
  ],
  edges: edges(['1', '4'], ['4', '2'], ['3', '5'], ['5', '2']),
})

/** One claim reworded, one gone with its step, one new with a step. */
const NEW = JSON.stringify({
  nodes: [
    node('1', 'I', 'The harbour silts up fast'),
    node('2', 'I', 'Ships run late'),
    node('4', 'RA', 'RA'),
    node('6', 'I', 'Nobody dredges it'),
    node('7', 'RA', 'RA'),
  ],
  edges: edges(['1', '4'], ['4', '2'], ['6', '7'], ['7', '1']),
})

/** A project into which a file came, after the analyst worked on it and a newer state of the file was carried over. */
async function carried(
  texts: {
    readonly format?: InterchangeName
    readonly name?: string
    readonly old: string
    readonly new: string
  },
  work: (builder: Builder, ids: (words: string) => string) => void = () => undefined,
) {
  const { format = 'aif', name = 'harbour.json' } = texts
  const builder = new Builder('Test', testEnv('work'))
  const came = await fileRead(format, texts.old, name)
  builder.project = withFile(emptyProject(), came.file)
  const idOf = (words: string) => [...builder.project.claims.values()].find(({ text }) => text === words)!.id
  work(builder, idOf)
  const mine = builder.project
  const later = await fileRead(format, texts.new, name)
  const [origin] = olderOrigins(mine, later.project)
  if (!origin || !isNewerState(came.project, later.project)) throw new Error('no older file')
  const input = { origin: origin.id, before: came.file, file: later.file }
  const ran = runCommand(mine, 'origin.newVersion', input, testEnv('carried'))
  if ('refusal' in ran) throw new Error(ran.refusal)
  const applied = applyPatch(mine, ran.patch)
  if ('conflict' in applied) throw new Error(applied.conflict)
  expect(brokenRules(applied.project)).toEqual([])
  return { mine, project: applied.project, news: newsOf(mine, { origin, before: came.file }, later.file)! }
}

const wordings = ({ claims }: Project) => [...claims.values()].map(({ text }) => text).sort()

const steps = ({ claims, relations }: Project) =>
  [...relations.values()]
    .map(({ kind, premises, target }) =>
      [premises.map((id) => claims.get(id)!.text).join(' & '), kind, claims.get(target)?.text].join(' '),
    )
    .sort()

describe('a newer state of a file', () => {
  test('brings what is new, changed and gone, and doubles nothing', async () => {
    const { mine, project, news } = await carried({ old: OLD, new: NEW })
    expect(wordings(project)).toEqual(['Nobody dredges it', 'Ships run late', 'The harbour silts up fast'])
    expect(steps(project)).toEqual([
      'Nobody dredges it support The harbour silts up fast',
      'The harbour silts up fast support Ships run late',
    ])
    expect(project.maps.size).toBe(1)
    expect(project.placements.size).toBe(3)
    expect([...project.origins.values()].map(({ content }) => content)).toEqual([NEW])
    expect(project.disagreements.size).toBe(0)
    expect(news).toEqual({
      added: ['The claim “Nobody dredges it”', '“Nobody dredges it” supports “The harbour silts up fast”'],
      changed: ['The claim “The harbour silts up”: now “The harbour silts up fast”'],
      gone: ['The claim “The crane is old”', '“The crane is old” attacks “Ships run late”'],
      toDecide: [],
    })
    const at = (of: Project, words: RegExp) => {
      const claim = [...of.claims.values()].find(({ text }) => words.test(text))!.id
      const { x, y } = [...of.placements.values()].find((each) => each.claim === claim)!
      return { x, y }
    }
    expect(at(project, /silts/)).toEqual(at(mine, /silts/))
    expect(at(project, /dredges/)).not.toEqual(at(project, /silts/))
  })

  test('leaves what the analyst changed, and lists what both did', async () => {
    const { project, news } = await carried({ old: OLD, new: NEW }, (builder, idOf) => {
      builder.run('claim.reword', { claim: idOf('The harbour silts up'), text: 'It silts up' })
      builder.run('claim.note', { claim: idOf('Ships run late'), note: 'Since May.' })
      builder.relation('support', [builder.claim('It was built in 1950')], idOf('The crane is old'))
    })
    expect(wordings(project)).toEqual([
      'It silts up',
      'It was built in 1950',
      'Nobody dredges it',
      'Ships run late',
      'The crane is old',
    ])
    expect([...project.claims.values()].find(({ text }) => text === 'Ships run late')?.note).toBe(
      'Since May.',
    )
    expect([...project.disagreements.values()].map(({ kind, table }) => `${kind} ${table}`).sort()).toEqual([
      'changed claims',
      'removed claims',
    ])
    expect(news.toDecide).toHaveLength(2)
    const [origin] = project.origins.keys()
    const crane = [...project.claims.values()].find(({ text }) => text === 'The crane is old')
    expect(crane?.foreign?.some((each) => each.origin === origin) ?? false).toBe(false)
  })

  test('leaves out what the analyst removed, unless it changed in the file', async () => {
    const { project } = await carried({ old: OLD, new: NEW }, (builder, idOf) => {
      builder.run('claim.remove', { claims: [idOf('Ships run late')] })
    })
    expect(wordings(project)).toEqual(['Nobody dredges it', 'The harbour silts up fast'])
    const again = await carried({ old: OLD, new: NEW }, (builder, idOf) => {
      builder.run('claim.remove', { claims: [idOf('The harbour silts up')] })
    })
    expect(wordings(again.project)).toContain('The harbour silts up fast')
    expect([...again.project.disagreements.values()]).toMatchObject([{ kind: 'removed', by: 'mine' }])
  })

  test('keeps a claim that the analyst made of two', async () => {
    const { project } = await carried({ old: OLD, new: NEW }, (builder, idOf) => {
      builder.run('claim.merge', { claims: [idOf('Ships run late'), idOf('The crane is old')] })
    })
    expect(wordings(project)).toContain('Ships run late')
    expect(wordings(project)).not.toContain('The crane is old')
  })

  test('of clippings is told by words, because their numbers shift', async () => {
    const entry = (words: string, at: number) =>
      `The harbour (A. Author)\n- Your Highlight on Location ${at}-${at + 2} | Added on Monday\n\n${words}\n==========\n`
    const old = entry('It silts up.', 1) + entry('Ships run late.', 20)
    const added = entry('Nobody dredges it.', 10) + old
    const { mine, project, news } = await carried(
      { format: 'kindle', name: 'My Clippings.txt', old, new: added },
      (builder, idOf) => builder.run('claim.reword', { claim: idOf('It silts up.'), text: 'Silting' }),
    )
    expect(wordings(project)).toEqual(['Nobody dredges it.', 'Ships run late.', 'Silting'])
    expect(project.sources.size).toBe(mine.sources.size)
    expect(project.disagreements.size).toBe(0)
    expect(news.added).toEqual(['The claim “Nobody dredges it.”', 'The passage “Nobody dredges it.”'])
    for (const { source, start, end, exact } of project.excerpts.values())
      expect(project.sources.get(source)!.text.slice(start, end)).toBe(exact)
  })

  test('is told from other files of its format', async () => {
    const old = await fileRead('aif', OLD, 'harbour.json')
    const here = withFile(emptyProject(), old.file)
    const isNewer = async (text: string, name: string) => {
      const { project } = await fileRead('aif', text, name)
      return olderOrigins(here, project).length > 0 && isNewerState(old.project, project)
    }
    const others = NEW.replace(/"text":"([^"]*)"/g, '"text":"Other $1"')
    expect(await isNewer(others, 'harbour.json')).toBe(false)
    expect(await isNewer(OLD, 'harbour (1).json')).toBe(false)
    expect(await isNewer(NEW, 'harbour (1).json')).toBe(true)
    expect(await isNewer(NEW, 'elsewhere.json')).toBe(false)
    expect(await isNewer(`${OLD} `, 'elsewhere.json')).toBe(true)
  })

  test('P9 of any format, unchanged but for its blanks, changes nothing but its origin', async () => {
    for (const [name, file, text, beside] of await samples()) {
      const came = await fileRead(name, text, file, beside)
      const mine = withFile(emptyProject(), came.file)
      const [origin] = mine.origins.values()
      const later = await fileRead(name, `${text}\n`, file, beside)
      const input = { origin: origin!.id, before: came.file, file: later.file }
      const ran = runCommand(mine, 'origin.newVersion', input, testEnv('carried'))
      const changed = 'patch' in ran ? ran.patch.map(({ table }) => table) : [ran.refusal]
      expect([file, ...changed.filter((table) => table !== 'origins')]).toEqual([file])
    }
  })
})
