import { expect, test } from 'vitest'
import { runCommand } from '../commands/registry'
import { testEnv } from '../testing/env'
import { emptyProject, fileRead, withFile } from '../formats/interchange/testing/read'
import { deletion } from './cascade'
import { brokenRules } from './integrity'
import { load } from './load'
import { mapAlone } from './map-alone'
import { applyPatch } from './patch'
import type { Project } from './project'
import { save } from './save'

const TWO = JSON.stringify({
  nodes: [
    { nodeID: 1, type: 'I', text: 'One' },
    { nodeID: 2, type: 'I', text: 'Two' },
    { nodeID: 3, type: 'RA', text: 'RA' },
  ],
  edges: [
    { fromID: 1, toID: 3 },
    { fromID: 3, toID: 2 },
  ],
})

const after = (project: Project, patch: Parameters<typeof applyPatch>[1]): Project => {
  const applied = applyPatch(project, patch)
  if ('conflict' in applied) throw new Error(applied.conflict)
  return applied.project
}

const imported = async () => withFile(emptyProject(), (await fileRead('aif', TWO)).file)

test('P3 an origin is deleted with the last record that names it', async () => {
  const project = await imported()
  const { claims, maps } = project
  const [first] = claims.keys()
  const part = after(project, deletion(project, { claims: [first!] }))
  expect([part.origins.size, brokenRules(part)]).toEqual([1, []])
  const rest = after(part, deletion(part, { claims: part.claims.keys(), maps: maps.keys() }))
  expect([rest.origins.size, brokenRules(rest)]).toEqual([0, []])
})

test('P4 names of an origin that the file does not have are left out when it is read', async () => {
  const loaded = load(save({ ...(await imported()), origins: new Map() }))
  expect(loaded.ok && [...loaded.project.claims.values()].map((claim) => claim.foreign)).toEqual([
    undefined,
    undefined,
  ])
})

test('an origin goes along with a map whose claims came from it, and with no other', async () => {
  const project = await imported()
  const [map] = project.maps.keys()
  expect(mapAlone(project, map!).origins.size).toBe(1)
  expect(mapAlone({ ...project, placements: new Map(), maps: new Map() }, map!).origins.size).toBe(0)
})

test('a claim that others were merged into stands for the elements of all', async () => {
  const project = await imported()
  const ran = runCommand(project, 'claim.merge', { claims: [...project.claims.keys()] }, testEnv())
  if ('refusal' in ran) throw new Error(ran.refusal)
  const merged = after(project, ran.patch)
  const [kept] = merged.claims.values()
  expect(kept?.foreign?.map(({ id }) => id)).toEqual(['1', '2'])
  const again = withFile(merged, (await fileRead('aif', TWO)).file)
  expect([again.claims.size, again.relations.size, again.placements.size]).toEqual([1, 0, 2])
})

test('a claim that was edited is found again when its file is imported once more', async () => {
  const project = await imported()
  const [claim] = project.claims.values()
  const edited = { ...project, claims: new Map(project.claims).set(claim!.id, { ...claim!, text: 'Mine' }) }
  const again = withFile(edited, (await fileRead('aif', TWO)).file)
  expect([...again.claims.values()].map(({ text }) => text)).toEqual(['Mine', 'Two'])
})
