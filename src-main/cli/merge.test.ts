import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { load } from '#domain/document/load'
import type { Project } from '#domain/document/project'
import { save } from '#domain/document/save'
import { Builder } from '#domain/testing/build'
import { testEnv } from '#domain/testing/env'
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
    await expect(readFile(at('out.json'))).rejects.toThrow('ENOENT')
  })

  it('needs two files', async () => {
    expect((await merge(at('mine.json'))).code).toBe(2)
  })
})
