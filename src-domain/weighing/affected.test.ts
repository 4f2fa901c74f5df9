import fc from 'fast-check'
import { expect, it } from 'vitest'
import { randomArgument } from '../testing/random-argument'
import { weighedProject } from '../testing/weighed'
import { affected } from './affected'
import type { Weighed } from './grounds'
import { supposedIn, SUPPOSING_NOTHING, type Supposing } from './supposing'
import { weigh, type Weighing } from './weigh'

const SIZE = { claims: 12, relations: 24, sources: 4, excerpts: 14 }

/** A change of a record of each table that is weighed, or of what is supposed. */
const Change = fc.record({
  what: fc.constantFrom(
    ...(['grade', 'credibility', 'standing', 'category', 'role', 'strength', 'passage', 'link'] as const),
    ...(['source', 'claim', 'relation', 'given'] as const),
  ),
  which: fc.nat(),
})

type ChangeOf = typeof Change extends fc.Arbitrary<infer Of> ? Of : never

const pick = <Row extends { id: string }>(table: ReadonlyMap<string, Row>, which: number): Row | undefined =>
  [...table.values()][which % Math.max(table.size, 1)]

function changed(
  project: Weighed,
  supposing: Supposing,
  { what, which }: ChangeOf,
): { project: Weighed; supposing: Supposing } {
  const [source, claim, relation] = [
    pick(project.sources, which),
    pick(project.claims, which),
    pick(project.relations, which),
  ]
  const also = (ids: ReadonlySet<string>, id: string | undefined) => new Set([...ids, ...(id ? [id] : [])])
  if (what === 'grade' && source) {
    const reliability = source.reliability === 'E' ? ('A' as const) : ('E' as const)
    const sources = new Map(project.sources).set(source.id, { ...source, reliability })
    return { project: { ...project, sources }, supposing }
  }
  if (what === 'standing' && claim) {
    const standing = claim.standing === 'aside' ? ('given' as const) : ('aside' as const)
    return {
      project: { ...project, claims: new Map(project.claims).set(claim.id, { ...claim, standing }) },
      supposing,
    }
  }
  if (what === 'category' && claim) {
    const category = claim.category === 'question' ? 'hypothesis' : 'question'
    return {
      project: { ...project, claims: new Map(project.claims).set(claim.id, { ...claim, category }) },
      supposing,
    }
  }
  if (what === 'role') {
    const question = project.categories.get('question')!
    const role = question.role === 'proposed' ? ('asked' as const) : ('proposed' as const)
    return {
      project: { ...project, categories: new Map(project.categories).set('question', { ...question, role }) },
      supposing,
    }
  }
  if ((what === 'strength' || what === 'link') && relation) {
    const relations = new Map(project.relations)
    if (what === 'link') relations.delete(relation.id)
    else
      relations.set(relation.id, { ...relation, strength: relation.strength === 'weak' ? 'strong' : 'weak' })
    return { project: { ...project, relations }, supposing: supposedIn({ ...project, relations }, supposing) }
  }
  const excerpt = pick(project.excerpts, which)
  if ((what === 'credibility' || what === 'passage') && excerpt) {
    const excerpts = new Map(project.excerpts)
    if (what === 'passage') excerpts.delete(excerpt.id)
    else excerpts.set(excerpt.id, { ...excerpt, credibility: excerpt.credibility === '5' ? '1' : '5' })
    return { project: { ...project, excerpts }, supposing }
  }
  if (what === 'source')
    return { project, supposing: { ...supposing, sources: also(supposing.sources, source?.id) } }
  if (what === 'claim')
    return { project, supposing: { ...supposing, claims: also(supposing.claims, claim?.id) } }
  if (what === 'given')
    return { project, supposing: { ...supposing, given: also(supposing.given, claim?.id) } }
  return { project, supposing: { ...supposing, relations: also(supposing.relations, relation?.id) } }
}

const shown = ({ evaluation, any, verdicts, relations, framework, readings }: Weighing) => ({
  evaluation,
  any,
  relations: [...relations],
  grounds: framework.grounds,
  strength: framework.graph.strength,
  verdicts: [...verdicts].map(([id, { verdict, because, force, possible }]) =>
    [id, verdict, because, force, possible, readings.onAssumption(id), readings.hangsOnQuestion(id)].join(
      ' ',
    ),
  ),
})

it('gives the same verdicts after any changes as the whole map weighed anew', () => {
  fc.assert(
    fc.property(
      randomArgument(SIZE, { circles: true }),
      fc.array(Change, { minLength: 1, maxLength: 5 }),
      (sparse, changes) => {
        let now = { project: weighedProject(sparse), supposing: SUPPOSING_NOTHING }
        let weighing = weigh(now.project)
        for (const change of changes) {
          now = changed(now.project, now.supposing, change)
          weighing = weigh(now.project, now.supposing, weighing)
          expect(shown(weighing)).toEqual(shown(weigh(now.project, now.supposing)))
        }
      },
    ),
    { numRuns: 500 },
  )
})

/** A chain of claims, each supporting the next. */
const chain = (length: number): Weighed =>
  weighedProject({
    sources: [{ id: 's', reliability: 'A', credibility: '1' }, { id: 'other' }],
    claims: Array.from({ length }, (_, i) => ({ id: `c${i}`, category: 'hypothesis' })),
    relations: Array.from({ length: length - 1 }, (_, i) => ({
      id: `r${i}`,
      kind: 'support' as const,
      premises: [`c${i}`],
      target: `c${i + 1}`,
    })),
  })

it('evaluates again only what a change leads to', () => {
  const project = chain(1000)
  const before = weigh(project)
  const after = (supposing: Partial<Supposing>, sources = project.sources) =>
    weigh({ ...project, sources }, { ...SUPPOSING_NOTHING, ...supposing }, before)
  const count = (now: Weighing) => affected(before.framework, now.framework).length
  // The claim, the step from it, and the last claim.
  expect(count(after({ given: new Set(['c998']) }))).toBe(3)
  expect(count(after({ claims: new Set(['c999']) }))).toBe(1)
  expect(count(after({ sources: new Set(['other']) }))).toBe(0)
  const regraded = after(
    {},
    new Map(project.sources).set('other', { ...project.sources.get('other')!, reliability: 'E' }),
  )
  expect(count(regraded)).toBe(0)
  expect(regraded.relations).toBe(before.relations)
})
