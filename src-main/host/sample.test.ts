import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { load } from '#domain/document/load'
import type { Project } from '#domain/document/project'
import { wordCount } from '#domain/records/source'
import { save } from '#domain/document/save'

const PATH = join(import.meta.dirname, '..', '..', 'resources', 'sample.json')

async function sample(): Promise<{ text: string; project: Project }> {
  const text = await readFile(PATH, 'utf8')
  const loaded = load(text)
  if (!loaded.ok) throw new Error(loaded.message)
  return { text, project: loaded.project }
}

test('the sample project opens, and has the bytes that Counterpoint writes', async () => {
  const { text, project } = await sample()
  expect(save(project)).toBe(text)
})

test('every passage of the sample is at its offsets', async () => {
  const { project } = await sample()
  expect([...project.excerpts.values()].filter(({ anchor }) => anchor !== 'exact')).toEqual([])
})

test('the sample has five short articles, about thirty claims, and arguments for both sides', async () => {
  const { project } = await sample()
  const lengths = [...project.sources.values()].map(wordCount)
  expect(lengths).toHaveLength(5)
  for (const length of lengths) expect(length >= 400 && length <= 900).toBe(true)
  expect(project.claims.size).toBeGreaterThanOrEqual(30)
  const named = (text: string) => [...project.claims.values()].find((claim) => claim.text === text)!.id
  const hedging = named('The S-400 purchase is pragmatic hedging')
  const bribery = named('The S-400 purchase is political bribery')
  const relations = [...project.relations.values()]
  const between = relations.find(({ kind }) => kind === 'contradict')!
  expect(new Set([...between.premises, between.target])).toEqual(new Set([hedging, bribery]))
  expect(relations.some(({ premises }) => premises.length > 1)).toBe(true)
  expect(relations.some(({ kind, targetType }) => kind === 'attack' && targetType === 'relation')).toBe(true)
})
