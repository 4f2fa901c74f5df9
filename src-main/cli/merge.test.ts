import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from '#domain/commands/registry'
import { load } from '#domain/document/load'
import type { Project } from '#domain/document/project'
import { save } from '#domain/document/save'
import { Builder } from '#domain/testing/build'
import { testEnv } from '#domain/testing/env'
import { ProjectStore } from '#host/store/project-store'
import { runCli } from './run'

let folder: string
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'counterpoint-merge-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))

const at = (name: string) => join(folder, name)

async function merge(...args: string[]) {
  const said: string[] = []
  const complained: string[] = []
  const code = await runCli(['merge', ...args, '--data-dir', at('data')], {
    say: (line) => void said.push(line),
    complain: (line) => void complained.push(line),
    give: () => Promise.resolve(),
    isScreen: true,
  })
  return { code, said: said.join('\n'), complained: complained.join('\n') }
}

async function projectIn(name: string): Promise<Project> {
  const loaded = load(await readFile(at(name), 'utf8'))
  if (!loaded.ok) throw new Error(loaded.message)
  return loaded.project
}

it('prints the agreement of two coders before they merge', async () => {
  const base = new Builder('Why?', testEnv('base'))
  const source = base.source('Ankara signed. Moscow delivered. Washington answered.')
  for (const [name, category] of [
    ['mine', 'evidence'],
    ['theirs', 'judgement'],
  ] as const) {
    const copy = new Builder('', testEnv(name))
    copy.project = base.project
    copy.run('claim.fromSelection', { source, start: 0, end: 6, category })
    await writeFile(at(`${name}.json`), save(copy.project))
  }
  const said: string[] = []
  const terminal = {
    say: (line: string) => void said.push(line),
    complain: (line: string) => void said.push(line),
    give: () => Promise.resolve(),
    isScreen: true,
  }
  const files = [at('mine.json'), at('theirs.json'), '--data-dir', at('data')]
  expect(await runCli(['agreement', ...files], terminal)).toBe(0)
  expect(said.join('\n')).toContain('“Ankara signed.”: mine Evidence, theirs Judgement')
  said.length = 0
  expect(await runCli(['agreement', ...files, '--json'], terminal)).toBe(0)
  expect(JSON.parse(said.join('\n'))).toMatchObject({ articles: 1, all: { sentences: 3, agreed: 2 } })
})

/** Writes a base, and two files that both reword one claim of it. */
async function reworded(): Promise<string> {
  const base = new Builder('Why?', testEnv('base'))
  const claim = base.claim('It was hedging')
  await writeFile(at('base.json'), save(base.project))
  for (const name of ['mine', 'theirs']) {
    const copy = new Builder('', testEnv(name))
    copy.project = base.project
    copy.run('claim.reword', { claim, text: `The words of ${name}` })
    copy.claim(`New in ${name}`)
    await writeFile(at(`${name}.json`), save(copy.project))
  }
  return claim
}

describe('counterpoint merge', () => {
  it('finds the common state in the history, and does not believe a file that names one it does not come from', async () => {
    await reworded()
    await writeFile(at('mine.json'), await readFile(at('base.json')))
    const store = await ProjectStore.open(at('mine.json'), at('data'))
    const outcome = runCommand(
      store.project,
      'claim.add',
      { text: 'Mine', category: 'judgement' },
      testEnv('x'),
    )
    if ('refusal' in outcome) throw new Error(outcome.refusal)
    await store.patch(store.project.about.revision, outcome.patch)
    await store.close()
    const lineage = (await projectIn('mine.json')).about.lineage!
    const theirs = await projectIn('theirs.json')
    await writeFile(at('theirs.json'), save({ ...theirs, about: { ...theirs.about, lineage } }))
    const merged = await merge(at('mine.json'), at('theirs.json'), '--out', at('out.json'), '--json')
    expect(JSON.parse(merged.said)).toMatchObject({ threeWay: true, toDecide: [] })
    const liar = new Builder('Another', testEnv('liar')).project
    const related = {
      ...liar,
      claims: new Map([...theirs.claims].slice(1)),
      about: { ...liar.about, lineage },
    }
    await writeFile(at('liar.json'), save(related))
    const lie = await merge(at('mine.json'), at('liar.json'), '--out', at('lie.json'))
    expect(lie.complained + lie.said).toMatch(/share nothing/)
  })

  it('writes what both added, keeps mine where they differ, and lists that to decide', async () => {
    const claim = await reworded()
    const given = [at('mine.json'), at('theirs.json'), '--base', at('base.json'), '--out', at('out.json')]
    const { code, said } = await merge(...given)
    expect(code).toBe(1)
    expect(said).toContain('1 claim added, 0 changed, 0 removed')
    expect(said).toContain(
      'The claim “The words of mine” was changed in both: wording (mine “The words of mine”, theirs “The words of theirs”). Mine was kept.',
    )
    const merged = await projectIn('out.json')
    expect(merged.claims.get(claim)?.text).toBe('The words of mine')
    expect(merged.claims.size).toBe(3)
    expect(merged.about.revision).toBe((await projectIn('mine.json')).about.revision + 1)
    expect((await projectIn('mine.json')).claims.size).toBe(2)
    const { said: json } = await merge(...given, '--json')
    expect(JSON.parse(json)).toMatchObject({
      threeWay: true,
      merged: { claims: { added: 1, changed: 0, removed: 0 } },
      toDecide: [{ kind: 'changed', table: 'claims', id: claim, fields: ['text'] }],
      twins: [],
    })
  })

  it('merges into mine as one change, and a merge driver is told by the exit code that all came in', async () => {
    await reworded()
    const { code } = await merge(at('base.json'), at('theirs.json'), '--base', at('base.json'))
    expect(code).toBe(0)
    expect((await projectIn('base.json')).claims).toEqual((await projectIn('theirs.json')).claims)
  })

  it('says that a merge without a common state is a two-way merge', async () => {
    await reworded()
    const { code, said } = await merge(at('mine.json'), at('theirs.json'), '--out', at('out.json'))
    expect(code).toBe(1)
    expect(said).toContain('This is a two-way merge')
  })

  it('refuses files that share nothing, and files that are no projects, and writes nothing', async () => {
    await reworded()
    const other = new Builder('Another', testEnv('other'))
    other.claim('Of something else')
    await writeFile(at('other.json'), save(other.project))
    await writeFile(at('none.json'), '[]')
    for (const [theirs, reason] of [
      ['other.json', 'The two files share nothing'],
      ['none.json', 'none.json'],
      ['missing.json', 'There is no file'],
    ] as const) {
      const { code, complained } = await merge(at('mine.json'), at(theirs), '--out', at('out.json'))
      expect(code).toBe(1)
      expect(complained).toContain(reason)
    }
    const { code, complained } = await merge(
      ...[at('mine.json'), at('theirs.json'), '--base', at('other.json'), '--out', at('out.json')],
    )
    expect([code, complained]).toEqual([1, expect.stringContaining('--base shares nothing')])
    await expect(readFile(at('out.json'))).rejects.toThrow('ENOENT')
  })

  it('needs two files', async () => {
    expect((await merge(at('mine.json'))).code).toBe(2)
  })
})
