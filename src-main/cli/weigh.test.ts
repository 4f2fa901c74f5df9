import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newProject } from '#domain/document/project'
import { save } from '#domain/document/save'
import { vectors } from '#domain/testing/vectors'
import { weighedProject, type SparseProject } from '#domain/testing/weighed'
import { env } from '#host/env'
import { runCli } from './run'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'counterpoint-weigh-'))
  for (const name of ['HOME', 'XDG_CONFIG_HOME', 'APPDATA']) vi.stubEnv(name, join(folder, 'home'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

async function file(sparse: SparseProject): Promise<string> {
  const path = join(folder, 'p.json')
  await writeFile(path, save({ ...newProject('Weighed', env), ...weighedProject(sparse) }))
  return path
}

async function weighed(path: string, ...options: string[]) {
  const said: string[] = []
  const complained: string[] = []
  const code = await runCli(['weigh', path, ...options], {
    say: (line) => void said.push(line),
    complain: (line) => void complained.push(line),
    give: () => Promise.resolve(),
    isScreen: true,
  })
  return { code, said, complained }
}

const json = async (path: string, ...options: string[]): Promise<unknown> =>
  JSON.parse((await weighed(path, '--json', ...options)).said.join('\n'))

/** Two rival hypotheses that exclude each other, each with a source; the first with the better one. */
const RIVALS: SparseProject = {
  sources: [
    { id: 's', title: 'Ledger', reliability: 'B', credibility: '2' },
    { id: 't', title: 'Rumour', reliability: 'D', credibility: '4' },
  ],
  claims: [
    { id: 'h', text: 'It was hedging', category: 'hypothesis' },
    { id: 'g', text: 'It was a bribe', category: 'hypothesis' },
    { id: 'a', text: 'The ledger says so' },
    { id: 'b', text: 'Somebody said so' },
  ],
  excerpts: [
    { id: 'e', claim: 'a', source: 's' },
    { id: 'f', claim: 'b', source: 't' },
  ],
  relations: [
    { id: 'r', kind: 'support', premises: ['a'], target: 'h' },
    { id: 'q', kind: 'support', premises: ['b'], target: 'g' },
    { id: 'k', kind: 'contradict', premises: ['h'], target: 'g' },
  ],
}

interface MapCase {
  name: string
  project: SparseProject
  verdicts: unknown
  relations: unknown
}

describe('counterpoint weigh', () => {
  it('prints each hypothesis with its sentence', async () => {
    const { code, said } = await weighed(await file(RIVALS))
    expect(code).toBe(0)
    expect(said).toEqual([
      '‘It was a bribe’',
      '  Falls: the objection from ‘It was hedging’ (moderate) stands, and nothing for it is as strong.',
      '‘It was hedging’',
      '  Stands on the step from ‘The ledger says so’; what is said against it does not hold.',
    ])
  })

  it('prints the verdicts of all claims and relations as JSON', async () => {
    const cases = vectors<MapCase[]>('maps').filter(
      // A lost passage cannot be written without a text in which it is lost.
      ({ project }) => project.excerpts?.every(({ anchor }) => anchor === 'exact') ?? true,
    )
    for (const { name, project, verdicts, relations } of cases) {
      expect({ name, ...((await json(await file(project))) as object) }).toEqual({
        name,
        verdicts,
        relations,
      })
    }
  })

  it('supposes things off and claims true, and says what changes', async () => {
    const path = await file(RIVALS)
    expect((await weighed(path, '--off', 'source:s')).said.slice(0, 4)).toEqual([
      'Supposing: “Ledger” off. 3 verdicts change.',
      '  ‘The ledger says so’ stands → is unsupported',
      '  ‘It was a bribe’ falls → stands',
      '  ‘It was hedging’ stands → falls',
    ])
    const both = await json(path, '--off', 'relation:k', '--off', 'claim:a', '--true', 'g')
    expect(both).toMatchObject({
      verdicts: { g: { verdict: 'stands', because: 'given', force: 'strong' }, h: { verdict: 'falls' } },
      relations: { k: 'fails' },
    })
  })

  it('says why a claim stands and what would change that', async () => {
    const path = await file(RIVALS)
    expect(await json(path, '--tipping', 'h')).toEqual({
      verdict: 'stands',
      restsOn: ['claim:a', 'claim:h', 'source:s', 'step:r'],
      smallestSets: [['claim:a'], ['source:s'], ['step:r']],
      complete: true,
    })
    expect((await weighed(path, '--tipping', 'h')).said.slice(2)).toEqual([
      '',
      'Its verdict changes without:',
      '  ‘The ledger says so’',
      '  “Ledger”',
      '  the step from ‘The ledger says so’',
    ])
    expect((await weighed(path, '--why', 'h')).said.slice(3)).toEqual([
      'It rests on:',
      '  ‘The ledger says so’',
      '  ‘It was hedging’',
      '  “Ledger”',
      '  the step from ‘The ledger says so’',
    ])
  })

  it('prints what a matrix shows', async () => {
    const project = { ...newProject('Weighed', env), ...weighedProject(RIVALS) }
    const weights = { reading: '', seen: '', credibility: '', relevance: '', note: '' } as const
    const rows = [{ id: 'w', matrix: 'm', claim: 'a', position: 1, ...weights }]
    const cells = [{ id: 'x', row: 'w', hypothesis: 'g', rating: 'I', analyst: '', note: '' } as const]
    const matrix = { id: 'm', title: 'Why?', hypotheses: ['h', 'g'], created: project.about.created }
    const columns = { question: '', exclusive: true, complete: false, weighted: true, note: '' }
    const path = join(folder, 'm.json')
    const tables = {
      matrices: new Map([['m', { ...matrix, ...columns }]]),
      rows: new Map(rows.map((row) => [row.id, row])),
      cells: new Map(cells.map((cell) => [cell.id, cell])),
    }
    await writeFile(path, save({ ...project, ...tables }))
    expect(await json(path, '--matrix', 'm')).toEqual({
      rows: [
        {
          id: 'w',
          claim: 'a',
          cells: { h: 'C', g: 'I' },
          marks: {},
          counted: true,
          why: '',
          credibility: 'high',
          relevance: 'medium',
        },
      ],
      scores: { h: 0, g: Math.SQRT2 },
      leaders: ['h'],
    })
    expect((await weighed(path, '--matrix', 'm')).said).toEqual([
      '“Why?”, the least contradicted first:',
      '  0 I, 0 II  ‘It was hedging’',
      '  1 I, 0 II  ‘It was a bribe’',
    ])
    expect((await weighed(path, '--matrix', 'nobody')).code).toBe(2)
  })

  it('prints the strengths of a gradual semantics', async () => {
    const path = await file(RIVALS)
    const strengths = (await json(path, '--semantics', 'dfquad')) as Record<string, number>
    expect(strengths['a']).toBeCloseTo(0.9, 10)
    expect(strengths['h']).toBeGreaterThan(strengths['g']!)
    expect((await weighed(path, '--semantics', 'qe')).said[0]).toBe('Strengths by Quadratic Energy:')
  })

  it.each([
    [['--why', 'nobody'], 'no claim'],
    [['--true', 'nobody'], 'no claim'],
    [['--off', 'claim:nobody'], 'no claim'],
    [['--off', 'nobody'], 'source:ID'],
    [['--semantics', 'mlp'], 'qe or dfquad'],
    [['--why', 'h', '--tipping', 'h'], 'Only one'],
  ])('answers %j with exit code 2', async (options, sentence) => {
    const { code, complained } = await weighed(await file(RIVALS), ...options)
    expect(code).toBe(2)
    expect(complained[0]).toContain(sentence)
  })
})
