import { runCommand } from '#domain/commands/registry'
import { newProject, type Project } from '#domain/document/project'
import { save } from '#domain/document/save'
import { mergeProjects } from '#domain/merge/merge-projects'
import type { Claim } from '#domain/records/claim'
import { chance } from './texts'

const env = { newId: () => `n${crypto.randomUUID()}`, now: () => '2026-01-01T00:00:00.000Z' }

const claimOf = (id: string, text: string): Claim => ({
  id,
  text,
  category: 'judgement',
  note: '',
  tags: [],
  created: '2026-01-01T00:00:00.000Z',
  unstated: false,
})

/** Two files that go back to one: 800 edits and 200 new claims in each, 60 reworded by both, 40 removed by one. */
export function measureMerge(count: number, runs: number) {
  const draw = chance(7)
  const base: Project = {
    ...newProject('Measured', env),
    claims: new Map(
      Array.from({ length: count }, (_, i) => [`c${i}`, claimOf(`c${i}`, `Claim ${i}, ${draw()}`)]),
    ),
  }
  const copy = (side: string, first: number, reworded: string) => {
    const claims = new Map(base.claims)
    const put = (index: number, text: string) =>
      void claims.set(`c${index}`, { ...claims.get(`c${index}`)!, text })
    for (let i = 0; i < 60; i++) put(i, `${reworded} ${i}`)
    for (let i = first; i < first + 800; i++) put(i, `Edited by ${side}: ${i}`)
    for (let i = 0; i < 200; i++) claims.set(`${side}${i}`, claimOf(`${side}${i}`, `New from ${side}: ${i}`))
    return claims
  }
  const [mine, theirs] = [copy('mine', 1000, 'Mine'), copy('theirs', 3000, 'Theirs')]
  // What one removes, the other has edited.
  for (let i = 0; i < 20; i++) {
    mine.delete(`c${3000 + i}`)
    theirs.delete(`c${1000 + i}`)
  }
  const [here, there] = [mine, theirs].map((claims) => ({ ...base, claims }) as Project)
  // As they come from two files, so that no record is the same object.
  const apart = structuredClone(there!)
  const file = save(apart)
  const timed = (work: () => unknown) =>
    Array.from({ length: runs }, () => {
      const start = performance.now()
      work()
      return performance.now() - start
    })
  return {
    disagreements: mergeProjects(base, here!, apart).disagreements.length,
    ours: timed(() => mergeProjects(base, here!, apart)),
    copying: timed(() => runCommand(here!, 'project.merge', { file }, env)),
  }
}
