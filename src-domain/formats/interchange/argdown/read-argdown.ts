import type { IArgument, IEquivalenceClass, IRelation, IStatement } from '@argdown/core'
import { FIRST_CATEGORIES } from '../../../records/category'
import { isObject } from '../../../records/record'
import type { IncomingClaim, IncomingFile, IncomingMap } from '../incoming'
import { textIn } from '../json-fields'
import { LossList } from '../loss-list'
import { stepsOfArgument, type ArgumentSteps } from './argument-steps'
import { withoutOwnConclusions } from './own-conclusions'
import { parseArgdown } from './parse-argdown'
import { stepsOfRelations } from './relation-steps'

/** Reads an Argdown text (argdown.org): statements and sketched arguments are claims, inferences and relations steps. */
export function readArgdown({ text, fileName }: Pick<IncomingFile, 'text' | 'fileName'>): IncomingMap {
  const losses = new LossList()
  const { statements = {}, arguments: args = {}, relations = [], frontMatter } = parseArgdown(text)
  const claims: IncomingClaim[] = Object.values(statements).map((statement) => ({
    id: statementId(statement),
    ...saidBy(statement),
  }))
  const reconstructed = new Map<string, ArgumentSteps>()
  for (const argument of Object.values(args)) {
    if (argument.pcs.length === 0) claims.push({ id: argumentId(argument), ...saidBy(argument) })
    else reconstructed.set(argument.title ?? '', stepsOfArgument(argument, losses))
  }
  for (const [, path = ''] of text.matchAll(/^\s*@include\(([^)\n]*)\)/gm))
    losses.name('include', path, 'Other files that the file includes, which are not read')
  const known: IRelation[] = relations
  const front = isObject(frontMatter) ? frontMatter : {}
  const steps = [
    ...[...reconstructed.values()].flatMap((argument) => argument.steps),
    ...stepsOfRelations(known, reconstructed, (title) => statements[title]?.data, losses),
  ]
  const own = withoutOwnConclusions(claims, steps)
  return {
    format: 'argdown',
    name: textIn(front['title']).trim() || fileName.replace(/\.[^.]*$/, ''),
    caveat: textIn(front['abstract']),
    claims: own.claims,
    steps: own.steps,
    sources: [],
    groups: [...new Set(own.claims.flatMap(({ group }) => group ?? []))].map((title) => ({
      id: title,
      title,
    })),
    losses: losses.lines(),
  }
}

export const statementId = ({ title = '' }: { title?: string }): string => `s:${title}`
export const argumentId = ({ title = '' }: { title?: string }): string => `a:${title}`

/** The wording, tags, data and heading of a statement or an argument. */
function saidBy(of: IEquivalenceClass | IArgument): Omit<IncomingClaim, 'id'> {
  const members: readonly IStatement[] = of.members
  const words = members.map(plain).findLast((each) => each !== '')
  const data: unknown = of.data
  const own = isObject(data) ? data : {}
  const category = textIn(own['category'])
  return {
    text: words ?? of.title ?? '',
    tags: of.tags ?? [],
    category:
      FIRST_CATEGORIES.find(({ name }) => name.toLowerCase() === category.toLowerCase())?.id ??
      (category || undefined),
    unstated: own['unstated'] === true,
    note: textIn(own['note']),
    group: (of.section ?? members.find(({ section }) => section)?.section)?.title?.trim() || undefined,
  }
}

/** The words of a statement without tags, with mentions as the titles that they mention. */
function plain({ text = '', ranges = [] }: IStatement): string {
  let words = text
  const marked = [...ranges].sort((a, b) => b.start - a.start)
  for (const { type, start, stop, title } of marked) {
    const by = type === 'tag' ? '' : type.endsWith('mention') ? (title ?? '') : undefined
    // The span of a mention includes the blank after it.
    const blank = words[stop] === ' ' ? ' ' : ''
    if (by !== undefined) words = words.slice(0, start) + by + blank + words.slice(stop + 1)
  }
  return words.replace(/\s+/g, ' ').trim()
}
