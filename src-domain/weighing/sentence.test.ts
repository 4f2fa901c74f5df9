import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Builder } from '../testing/build'
import { randomArgument } from '../testing/random-argument'
import { vectors } from '../testing/vectors'
import { weighedProject, type SparseProject } from '../testing/weighed'
import { furtherReadings } from './further-readings'
import { verdictSentence } from './sentence'
import { weigh } from './weigh'

/** Every sentence about a claim of a project, the verdict first. */
function sentences(sparse: SparseProject): [string, string[]][] {
  const project = weighedProject(sparse)
  const weighing = weigh(project)
  return [...weighing.verdicts.keys()].map((id) => [
    id,
    [verdictSentence(project, weighing, id), ...furtherReadings(project, weighing, id)],
  ])
}

const maps = vectors<{ name: string; project: SparseProject }[]>('maps')
const sentencesOf = (name: string) =>
  Object.fromEntries(sentences(maps.find((each) => each.name === name)!.project))

test.each([
  [
    'a passage of a source graded B2 carries strongly',
    'a',
    'Stands on a passage in “s” (B2); nothing is said against it.',
  ],
  [
    'a claim without passages and reasons is the analyst’s own premise',
    'a',
    'Stands on your own premise; nothing is said against it.',
  ],
  ['set aside', 'a', 'Falls: you set it aside.'],
  [
    'a weaker objection is outweighed, and stays on the map',
    'a',
    'Stands on a passage in “s” (B2) (strong), which is stronger than the objection from ‘b’ (weak).',
  ],
  ['two that attack each other', 'a', 'Contested: it hangs on ‘b’.'],
  [
    'the only reason falls, and the claim with it',
    'h',
    'Falls: every reason for it has failed: the step from ‘a’.',
  ],
])('%s: %s', (name, claim, sentence) => {
  expect(sentencesOf(name)[claim]![0]).toBe(sentence)
})

test('a sentence names the assumption that a claim needs and the question that it hangs on', () => {
  expect(sentencesOf('linked with an assumption: weak, and on assumption')['h']![1]).toMatch(
    /^Only while this holds: ‘\w+’\.$/,
  )
  expect(sentencesOf('an open question at a step has no force, and is told')['h']![1]).toMatch(
    /^Not if this goes against it: ‘\w+’\.$/,
  )
})

/** An assumption with a weak reason, and objections of these strengths from claims that stand. */
const assumed = (...objections: ('weak' | 'moderate')[]): SparseProject => ({
  sources: [{ id: 's', reliability: 'B', credibility: '2' }],
  claims: [
    { id: 'a', category: 'assumption' },
    ...['reason', ...objections].map((id, i) => ({ id: `${id} ${i}` })),
  ],
  excerpts: ['reason', ...objections].map((id, i) => ({ id: `e${i}`, claim: `${id} ${i}`, source: 's' })),
  relations: [
    { id: 'r', kind: 'support', premises: ['reason 0'], target: 'a', strength: 'weak' },
    ...objections.map((strength, i) => ({
      id: `o${i}`,
      kind: 'attack' as const,
      premises: [`${strength} ${i + 1}`],
      target: 'a',
      strength,
    })),
  ],
})

test('an assumption, which gives way to any objection, is not called equal to one', () => {
  expect(Object.fromEntries(sentences(assumed('weak')))['a']).toEqual([
    'Contested: the step from ‘reason 0’ and the objection from ‘weak 1’ are equally strong (weak).',
  ])
})

test('what is undecided hangs on the nearest claim or step that is contested, not on one that stands', () => {
  const project: SparseProject = {
    sources: [
      { id: 'good', reliability: 'A', credibility: '1' },
      { id: 'poor', reliability: 'D', credibility: '4' },
    ],
    claims: [
      ...['h', 'rival', 'other'].map((id) => ({ id, category: 'hypothesis' })),
      ...['ground', 'stands weakly', 'fact', 'doubt'].map((id) => ({ id })),
    ],
    excerpts: [
      ...['ground', 'fact', 'doubt'].map((claim) => ({ id: claim, claim, source: 'good' })),
      { id: 'e', claim: 'stands weakly', source: 'poor' },
    ],
    relations: [
      { id: 'r1', kind: 'support', premises: ['ground'], target: 'h' },
      { id: 'r2', kind: 'attack', premises: ['stands weakly'], target: 'h', strength: 'strong' },
      { id: 'r3', kind: 'support', premises: ['rival'], target: 'stands weakly', strength: 'strong' },
      { id: 'r4', kind: 'support', premises: ['fact'], target: 'rival', strength: 'strong' },
      { id: 'r5', kind: 'attack', premises: ['doubt'], target: 'rival', strength: 'strong' },
    ],
  }
  expect(Object.fromEntries(sentences(project))['h']![0]).toBe('Contested: it hangs on ‘rival’.')
  expect(Object.fromEntries(sentences(project))['stands weakly']![0]).toMatch(/^Stands on a passage/)
})

test('every claim of a circle of 4,000 has its sentences, without a search through the circle for each', () => {
  const size = 4000
  const circle = {
    claims: Array.from({ length: size }, (_, i) => ({
      id: `c${i}`,
      category: i % 7 ? 'claim' : 'hypothesis',
    })),
    relations: Array.from({ length: size }, (_, i) => ({
      id: `r${i}`,
      kind: i % 2 ? ('attack' as const) : ('support' as const),
      premises: [`c${i}`],
      target: `c${(i + 1) % size}`,
    })),
  }
  const all = sentences(circle)
  expect(all).toHaveLength(size)
  for (const [, [verdict]] of all) expect(verdict).toMatch(/^(Stands|Falls|Contested|Unsupported).*\.$/)
  expect(all.flatMap(([, [, ...further]]) => further)).toContain('Only while its assumptions hold.')
})

test('a sentence has a full stop, no number but a count, and none of the words that a verdict is never called', () => {
  const size = { claims: 8, relations: 14, sources: 3, excerpts: 8 }
  fc.assert(
    fc.property(randomArgument(size, { circles: true }), (project) => {
      for (const [, all] of sentences(project)) {
        for (const sentence of all) {
          expect(sentence).toMatch(/^[A-Z].*\.$/)
          expect(sentence).not.toMatch(/undefined|nothing \(|%|\d\.\d/)
          expect(sentence).not.toMatch(/\b(confirmed|proven|likely|refuted|possible|even chance)\b/i)
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('an undecided claim hangs on one that is contested itself, or on a step', () => {
  const size = { claims: 8, relations: 14, sources: 3, excerpts: 8 }
  fc.assert(
    fc.property(randomArgument(size, { circles: true }), (project) => {
      const { verdicts } = weigh(weighedProject(project))
      const hangsOn = sentences(project)
        .map(([, [sentence]]) => /^Contested: it hangs on (.*)\.$/.exec(sentence!)?.[1])
        .filter((on) => on !== undefined)
      fc.pre(hangsOn.length > 0)
      for (const on of hangsOn) {
        const claim = /^‘(.*)’$/.exec(on)?.[1]
        if (claim === undefined) expect(on).toMatch(/^the step from ‘/)
        else expect(verdicts.get(claim)!.verdict).toBe('contested')
      }
    }),
    { numRuns: 50 },
  )
})

test('a claim of one’s own is not said to hold only while it holds itself', () => {
  const builder = new Builder()
  const own = builder.claim('It was hedging.')
  const weighing = weigh(builder.project)
  expect(verdictSentence(builder.project, weighing, own)).toBe(
    'Stands on your own premise; nothing is said against it.',
  )
  expect(furtherReadings(builder.project, weighing, own)).toEqual([])
})
