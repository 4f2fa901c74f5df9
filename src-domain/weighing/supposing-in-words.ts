import { visibleName } from '../safety/visible-name'
import type { Weighed } from './grounds'
import { inWords, quoted } from './named'
import type { Supposable, Supposing } from './supposing'

/** Something that is supposed, in words. */
export interface SupposedThing {
  readonly what: Supposable
  readonly id: string
  /** Its name: “Title”, ‘Wording’, the step from ‘Wording’. */
  readonly name: string
  readonly as: 'off' | 'true'
}

const KIND_OF = { sources: 'source', claims: 'claim', relations: 'step', given: 'claim' } as const

/** A thing that can be given up, in words. */
export function thingInWords(project: Weighed, kind: 'source' | 'claim' | 'step', id: string): string {
  switch (kind) {
    case 'source':
      return `“${visibleName(project.sources.get(id)?.title ?? id)}”`
    case 'claim':
      return quoted(project, id)
    case 'step':
      return `the step from ${inWords((project.relations.get(id)?.premises ?? []).map((each) => quoted(project, each)))}`
  }
}

/** The same from the key of a thing: `source:`, `claim:` or `step:` and its id. */
export function keyInWords(project: Weighed, key: string): string {
  const at = key.indexOf(':')
  const kind = key.slice(0, at)
  return thingInWords(project, kind === 'source' || kind === 'claim' ? kind : 'step', key.slice(at + 1))
}

/** All that is supposed: sources, claims and relations that are off, then claims that are true. */
export function supposedThings(project: Weighed, supposing: Supposing): SupposedThing[] {
  const things = (what: Supposable): SupposedThing[] =>
    [...supposing[what]].map((id) => ({
      what,
      id,
      name: thingInWords(project, KIND_OF[what], id),
      as: what === 'given' ? 'true' : 'off',
    }))
  return [...things('sources'), ...things('claims'), ...things('relations'), ...things('given')]
}

/** What is supposed, in one sentence: “Supposing: “Title” off, ‘Wording’ true.” */
export function supposingSentence(project: Weighed, supposing: Supposing): string {
  const things = supposedThings(project, supposing).map(({ name, as }) => `${name} ${as}`)
  return `Supposing: ${things.join(', ')}.`
}

/** How many verdicts change, in a sentence. */
export const changesInWords = (count: number): string =>
  count === 0 ? 'No verdict changes.' : count === 1 ? '1 verdict changes.' : `${count} verdicts change.`
