import { isObject } from '../../../records/record'
import type { IncomingStep } from '../incoming'
import { textIn } from '../json-fields'

type Details = Pick<IncomingStep, 'strength' | 'note' | 'answers'>

/** What the data of an argument says of its last inference, as Counterpoint writes it. */
export function argumentDetails(data: unknown): Details {
  if (!isObject(data)) return {}
  const { strength, note, answers } = data
  return {
    ...(typeof strength === 'string' && { strength }),
    ...(typeof note === 'string' && { note }),
    ...(Array.isArray(answers) && { answers: pairs(answers) }),
  }
}

/**
 * What the data of a statement says of its relations, by sign and target: lists of a sign, a target, a strength, a note,
 * then questions and answers.
 */
export function relationDetails(data: unknown): ReadonlyMap<string, Details> {
  const given: unknown = isObject(data) ? data['relations'] : undefined
  const lists = Array.isArray(given) ? given.filter((each): each is unknown[] => Array.isArray(each)) : []
  return new Map(
    lists.map(([sign, target, strength, note, ...answers]) => [
      `${textIn(sign)} ${textIn(target)}`,
      { strength: textIn(strength), note: textIn(note), answers: pairs(answers) },
    ]),
  )
}

function pairs(words: readonly unknown[]): { question: string; answer: string }[] {
  const found: { question: string; answer: string }[] = []
  for (let at = 0; at + 1 < words.length; at += 2)
    found.push({ question: textIn(words[at]), answer: textIn(words[at + 1]) })
  return found
}
