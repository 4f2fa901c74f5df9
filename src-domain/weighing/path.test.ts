import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Builder } from '../testing/build'
import { randomArgument } from '../testing/random-argument'
import { weighedProject } from '../testing/weighed'
import { coneOf } from './cone'
import { namedOn, pathOf, type PathStep } from './path'
import { restsOn } from './rests-on'
import { SUPPOSING_NOTHING } from './supposing'
import { weigh } from './weigh'

/** A path as indented lines. */
function lines(path: PathStep, name: (id: string) => string, depth = 0): string[] {
  const own = `${'  '.repeat(depth)}${path.kind} ${name(path.id)}${path.note && ` (${path.note})`}`
  return [
    own,
    ...path.because.flatMap((each) => lines(each, name, depth + 1)),
    ...(path.answeredAs ? [`${'  '.repeat(depth + 1)}[${path.answeredAs}]`] : []),
    ...path.answered.flatMap((each) => lines(each, name, depth + 2)),
  ]
}

test('the path leads from the verdict back to passages, with what was answered beside each step', () => {
  const builder = new Builder()
  const source = builder.source('The ledger shows no payment.')
  builder.run('source.describe', { source, fields: { title: 'Ledger', reliability: 'B', credibility: '2' } })
  const ledger = builder.run('claim.fromSelection', { source, start: 0, end: 10, category: 'evidence' })
  const nothing = builder.run('claim.add', { text: 'Nothing was paid', category: 'hypothesis' })
  const step = builder.relation('support', [ledger], nothing)
  const clerk = builder.claim('A clerk saw a payment')
  const objection = builder.relation('attack', [clerk], nothing)
  builder.run('relation.strength', { relation: objection, strength: 'weak' })
  const abroad = builder.claim('The clerk was abroad')
  const undercut = builder.relation('attack', [abroad], objection)
  const { project } = builder
  const names = new Map([
    [source, 'Ledger'],
    [step, 'step'],
    [objection, 'objection'],
    [undercut, 'undercut'],
    ...[...project.claims.values()].map(({ id, text }) => [id, text] as const),
  ])
  const path = pathOf(project, weigh(project), nothing)!
  expect(lines(path, (id) => names.get(id)!)).toEqual([
    'claim Nothing was paid (moderate)',
    '  relation step (moderate)',
    '    claim The ledger (strong)',
    '      source Ledger',
    '  [1 objection, answered]',
    '    relation objection (only weak)',
  ])
})

test('a path names what the verdict rests on, and a contested claim has none', () => {
  fc.assert(
    fc.property(
      randomArgument({ claims: 7, relations: 9, sources: 2, excerpts: 5 }, { circles: true }),
      (sparse) => {
        const project = weighedProject(sparse)
        const weighing = weigh(project)
        for (const [claim, { verdict }] of weighing.verdicts) {
          const path = pathOf(project, weighing, claim)
          if (verdict === 'contested') expect(path).toBeUndefined()
          else {
            const x = weighing.framework.graph.claimAt.get(claim)!
            const cone = coneOf(project, weighing.framework, SUPPOSING_NOTHING, x)
            const { claims, relations } = namedOn(path!, project.relations)
            for (const key of restsOn(cone, cone.framework, new Set())) {
              const id = key.slice(key.indexOf(':') + 1)
              if (key.startsWith('claim:')) expect(claims).toContain(id)
              if (key.startsWith('step:')) expect(relations).toContain(id)
            }
          }
        }
      },
    ),
    { numRuns: 300 },
  )
})
