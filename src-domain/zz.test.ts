import { test } from 'vitest'
import { sampleProject } from './testing/sample'
import { save } from './save'
import { load } from './load'
import { runCommand } from './commands/registry'
import { testEnv } from './testing/env'
import { relationShapes } from './graph/relation-shape'
import { mapAlone } from './formats/export/map-json'
import { newProject } from './project'
test('deep', () => {
  for (const n of [2000, 6000]) {
  const p = sampleProject()
  const claim = [...p.claims.keys()][0]!
  const step = [...p.relations.keys()][0]!
  const relations = new Map(p.relations)
  let last = step
  const chain = []
  for (let i = 0; i < n; i++) { const id = 'x' + String(n - i).padStart(6, '0'); chain.push({ id, kind: 'attack' as const, premises: [claim], targetType: 'relation' as const, target: last, note: '' }); last = id }
  for (const c of chain.reverse()) relations.set(c.id, c)
  const deep = { ...p, relations }
  const time = (name: string, f: () => unknown) => { const t = performance.now(); try { f() } catch (e) { console.log(name, String(e)) } console.log(n, name, Math.round(performance.now() - t)) }
  const text = save(deep)
  time('load', () => load(text))
  time('merge', () => runCommand(newProject('x', testEnv('q')), 'project.merge', { file: text }, testEnv('z')))
  time('alone', () => mapAlone(deep, [...p.maps.keys()][0]!))
  time('remove', () => runCommand(deep, 'claim.remove', { claims: [claim] }, testEnv('z')))
  time('shape', () => relationShapes(deep.relations, new Map([...p.claims.keys()].map((id, i) => [id, { x: i * 300, y: 0, width: 248, height: 100 }]))))
  }
}, 100000)
