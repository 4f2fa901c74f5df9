import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runCommand } from '../../commands/registry'
import { brokenRules } from '../../document/integrity'
import { foreignOf } from '../../document/origins'
import { applyPatch } from '../../document/patch'
import type { Project } from '../../document/project'
import { isObject } from '../../records/record'
import { TABLE_NAMES, type AnyRecord } from '../../records/registry'
import { testEnv } from '../../testing/env'
import { UnreadableError } from '../import/format'
import { INTERCHANGE_FORMATS, type InterchangeName } from './catalogue'
import { idOf, objectsIn } from './json-fields'
import { emptyProject, fileRead, withFile } from './testing/read'
import { said } from './testing/said'

/** Values that programs trip over. */
const HOSTILE: readonly unknown[] = [
  ...['__proto__', 'constructor', 'toString', '', ' ', '\u0000', '\uD800', '<b>&amp;', '../../etc/passwd'],
  ...['javascript:alert(1)', 'x'.repeat(30_000), null, 0, -1, 1e308, true, [], {}, [[]], { id: {} }],
]

interface Mutation {
  readonly at: number
  readonly how: 'drop' | 'double' | 'value' | 'id'
  readonly value: number
}

const mutation = fc.record({
  at: fc.nat(5000),
  how: fc.constantFrom('drop' as const, 'double' as const, 'value' as const, 'id' as const),
  value: fc.nat(1000),
})

/** A text with some of its elements dropped, doubled or changed. */
const mutated = (text: string, mutations: readonly Mutation[]): string =>
  isJson(text) ? mutatedJson(text, mutations) : mutations.reduce(mutatedText, text)

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}

function mutatedJson(text: string, mutations: readonly Mutation[]): string {
  const value = JSON.parse(text) as unknown
  for (const { at, how, value: number } of mutations) {
    const places: [unknown[] | Record<string, unknown>, string][] = []
    const walk = (each: unknown): void => {
      if (typeof each !== 'object' || each === null) return
      for (const [key, inside] of Object.entries(each)) {
        places.push([each as Record<string, unknown>, key])
        walk(inside)
      }
    }
    walk(value)
    const place = places[at % Math.max(1, places.length)]
    if (!place) continue
    const [owner, key] = place
    if (how === 'drop' && Array.isArray(owner)) owner.splice(Number(key), 1)
    else if (how === 'drop') Reflect.deleteProperty(owner, key)
    else if (how === 'double' && Array.isArray(owner))
      owner.splice(Number(key), 0, structuredClone(owner[Number(key)]))
    else {
      const other = places[number % places.length]!
      const values = how === 'id' ? Reflect.get(other[0], other[1]) : HOSTILE[number % HOSTILE.length]
      Object.defineProperty(owner, key, {
        value: structuredClone(values) as unknown,
        enumerable: true,
        writable: true,
        configurable: true,
      })
    }
  }
  return JSON.stringify(value)
}

/** The same for a text of lines or of XML: its parts are tags, quoted values and lines. */
function mutatedText(text: string, { at, how, value }: Mutation): string {
  const parts = [...text.matchAll(/<[^<>]+>|"[^"\n]*"|[^\n]+/g)]
  const part = parts[at % Math.max(1, parts.length)]
  if (!part) return text
  const [before, own, after] = [text.slice(0, part.index), part[0], text.slice(part.index + part[0].length)]
  const other = parts[value % parts.length]![0]
  const hostile = String(HOSTILE[value % HOSTILE.length])
  const now = {
    drop: '',
    double: `${own}\n${own}`,
    value: own.startsWith('"') ? `"${hostile}"` : hostile,
    id: other,
  }
  return before + now[how] + after
}

/** The ids of the elements that a file must not lose: those that a reader finds by the format's own rules. */
function elementsOf(name: InterchangeName, text: string): string[] {
  const json = (): Record<string, unknown> => {
    const value = JSON.parse(text) as unknown
    return isObject(value) ? value : {}
  }
  const ids = (rows: unknown, field = 'id') => objectsIn(rows).map((row) => idOf(row[field]))
  if (name === 'sadface') return ids(json()['nodes'])
  if (name === 'canvas') {
    const [nodes, edges] = [objectsIn(json()['nodes']), objectsIn(json()['edges'])]
    // Lines to and from a card with a sign alone are parts of its step.
    const signs = new Set(nodes.filter(({ text: sign }) => /^\W+$/.test(String(sign))).map(({ id }) => id))
    const own = edges.filter(({ fromNode, toNode }) => !signs.has(fromNode) && !signs.has(toNode))
    return [...ids(nodes), ...ids(own)].filter(Boolean)
  }
  // The words of a reply are in the note of what it answers.
  if (name === 'hypothesis')
    return ids(
      objectsIn(json()['annotations']).filter(({ references }) => !Array.isArray(references)),
    ).filter(Boolean)
  if (name === 'brat') return [...text.matchAll(/^([TRE*N]\S*)\t/gm)].map(([, id]) => id!)
  return []
}

/** Every id of an element that a record stands for or the report names. */
function accountedFor(
  project: Project,
  report: readonly { ids?: readonly string[] | undefined }[],
): Set<string> {
  const records = TABLE_NAMES.flatMap((table) => [...project[table].values()] as AnyRecord[])
  return new Set([
    ...records.flatMap((record) => foreignOf(record).map(({ id }) => id)),
    ...report.flatMap(({ ids = [] }) => ids.map((id) => id.toWellFormed())),
  ])
}

const samples = INTERCHANGE_FORMATS.flatMap(({ name, extensions }) => {
  const folder = join(import.meta.dirname, name === 'qdc' ? 'qdpx' : name.replace('-csv', ''), 'samples')
  return readdirSync(folder)
    .filter((file) => extensions.some((ending) => file.endsWith(`.${ending}`)))
    .filter((file) => !/broken|refused|empty|\.qdpx$|\.xmind$/.test(file))
    .filter((file) => !(name === 'brat' && file.endsWith('.txt')))
    .map((file) => [name, file, folder] as const)
})

const RUNS = 12

describe.each(samples)('%s: %s', (name, file, folder) => {
  const text = readFileSync(join(folder, file), 'utf8')
  const beside = join(folder, file.replace(/\.(?:xml|ann)$/, '.txt'))
  const besideText =
    /\.(?:xml|ann)$/.test(file) && existsSync(beside) ? readFileSync(beside, 'utf8') : undefined

  test('P10 P11 of a damaged file, every element is a record or named, or the file is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async (mutations) => {
        const damaged = mutated(text, mutations)
        let read: Awaited<ReturnType<typeof fileRead>>
        try {
          read = await fileRead(name, damaged, file, besideText)
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableError)
          return
        }
        expect(brokenRules(read.project)).toEqual([])
        const known = accountedFor(read.project, read.report)
        const elements = elementsOf(name, damaged).map((id) => id.slice(0, 1000).toWellFormed())
        expect(elements.filter((id) => !known.has(id))).toEqual([])
      }),
      { numRuns: RUNS, seed: 8800 },
    )
  })

  test('P9 carrying an untouched project over to the damaged file gives what the file alone gives', async () => {
    const before = await fileRead(name, text, file, besideText)
    const mine = withFile(emptyProject(), before.file)
    const [origin] = mine.origins.keys()
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
        const later = await fileRead(name, mutated(text, mutations), file, besideText).catch(() => undefined)
        if (!later) return
        const input = { origin, before: before.file, file: later.file }
        const ran = runCommand(mine, 'origin.newVersion', input, testEnv('carried'))
        if ('refusal' in ran) throw new Error(ran.refusal)
        const applied = applyPatch(mine, ran.patch)
        if ('conflict' in applied) throw new Error(applied.conflict)
        expect(brokenRules(applied.project)).toEqual([])
        expect(said(applied.project)).toEqual(said(withFile(emptyProject(), later.file)))
      }),
      { numRuns: RUNS, seed: 8801 },
    )
  })
})
