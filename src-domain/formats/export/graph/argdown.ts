import { argumentGraph, type ArgumentGraph, type ClaimNode } from '../../../argument/argument-graph'
import { mapAlone } from '../../../document/map-alone'
import { schemeNamed } from '../../../vocabulary/argumentation-schemes'
import { relationWord, type Relation } from '../../../records/relation'
import type { ExportWriter, ExportRequest } from '../writer'
import { argdownData, argdownTag, argdownWords, plainName } from '../../interchange/argdown/argdown-words'
import { originOfMap } from '../../interchange/origin-of-map'
import { fileAgain } from '../../interchange/unchanged'
import { groupsOf, mapTitle } from './graph-text'

/**
 * Writes a map in Argdown (argdown.org). Each claim is a statement. A relation with linked premises, a warrant, a
 * scheme or undercuts is an argument with premises and a conclusion; any other is a relation between two statements. A
 * map that came from Argdown is the same text, with changed wordings and what is new.
 */
export const writeArgdown: ExportWriter = async (request) => (await sameFile(request)) ?? document(request)

/** The file from which the map came, if it was Argdown, only wordings were changed, and there is a form for what is new. */
async function sameFile({ project, map }: ExportRequest): Promise<string | undefined> {
  if (!originOfMap(project, map, 'argdown')) return undefined
  // The parser takes longer to load than everything else.
  const { readArgdown } = await import('../../interchange/argdown/read-argdown')
  const { rewordArgdown } = await import('../../interchange/argdown/reword-argdown')
  const { extendArgdown } = await import('../../interchange/argdown/extend-argdown')
  return fileAgain(mapAlone(project, map), map, {
    format: 'argdown',
    read: readArgdown,
    reword: rewordArgdown,
    extend: extendArgdown,
  })
}

const OUTGOING = { support: '+>', attack: '->', contradict: '><' } as const

function document({ project, map }: ExportRequest): string {
  const graph = argumentGraph(project, map, 'project')
  const names = namesOf(graph)
  const statement = ({ id, claim, category }: ClaimNode): string => {
    const { unstated, note, tags } = claim
    const own = names.plain.flatMap(({ from, relation }) => (from === id ? [relation] : []))
    const relations = own.map((relation) => `  ${sign(relation)} ${target(relation, names)}`)
    const details = own.flatMap((relation) => {
      const detail = detailOf(relation)
      return detail ? [[sign(relation), target(relation, names), ...detail]] : []
    })
    const data = {
      category: category.name,
      ...(unstated && { unstated }),
      ...(note !== '' && { note }),
      ...(details.length > 0 && { relations: details }),
    }
    const said = [argdownWords(claim.text), ...tags.map(argdownTag)].join(' ')
    return [`[${title(id)}]: ${said}`, `  ${argdownData(data)}`, ...relations].join('\n')
  }
  // A heading is a group of all statements below it, so those without a group come first.
  const { grouped, alone } = groupsOf(project, map, graph.claims)
  const groups = grouped.flatMap((group) => [
    `# ${argdownWords(group.title)}`,
    ...group.members.map(statement),
  ])
  const steps = names.reasoned.map((relation) => argument(relation, names))
  const caveat = project.maps.get(map)?.caveat
  const front = { title: mapTitle(project, map), ...(caveat && { abstract: caveat }) }
  const matter = Object.entries(front).map(([key, value]) => `${key}: ${argdownData(value)}`)
  // Maps that Argdown makes would hide claims that nothing joins.
  matter.push('selection:', '  excludeDisconnected: false')
  // Its parser refuses a document without content.
  const content = [...alone.map(statement), ...steps, ...groups]
  if (content.length === 0) content.push(`# ${argdownWords(mapTitle(project, map))}`)
  return `${['===', ...matter, '===\n', content.join('\n\n')].join('\n')}\n`
}

/** What a sign cannot say of a relation: strength, note, then questions and answers. Lists, because data has no braces. */
function detailOf({ strength, note, answers }: Relation): string[] | undefined {
  if (`${strength}${note}` === '' && answers.length === 0) return undefined
  return [strength, note, ...answers.flatMap(({ question, answer }) => [question, answer])]
}

interface Names {
  /** The title of each claim's statement, by the claim's id. */
  readonly claims: ReadonlyMap<string, string>
  /** The title of each argument, by its relation's id. */
  readonly steps: ReadonlyMap<string, string>
  readonly plain: readonly { readonly from: string; readonly relation: Relation }[]
  readonly reasoned: readonly Relation[]
}

function namesOf({ claims, junctions, edges }: ArgumentGraph): Names {
  const meets = new Set(junctions.map(({ relation }) => relation.id))
  const steps = edges.filter(({ part }) => part === 'target')
  const isReasoned = ({ id, warrant, scheme }: Relation) => meets.has(id) || warrant !== '' || scheme !== ''
  // Argdown takes a second relation of one kind between two statements for the first, and a contradiction leads both ways.
  const said = new Set<string>()
  const isRepeated = ({ kind, premises, target }: Relation): boolean => {
    const ends = [premises[0]!, target]
    const key = [kind, ...(kind === 'contradict' ? ends.sort() : ends)].join(' ')
    return said.has(key) || !said.add(key)
  }
  const relations = steps.map(({ relation }) => relation)
  const repeated = new Set(relations.filter((each) => !isReasoned(each) && isRepeated(each)))
  const reasoned = relations.filter((each) => isReasoned(each) || repeated.has(each))
  return {
    claims: new Map(claims.map(({ id, claim }) => [claim.id, title(id)])),
    steps: new Map(reasoned.map(({ id }, index) => [id, `Argument ${index + 1}`])),
    plain: steps.filter(({ relation }) => !reasoned.includes(relation)),
    reasoned,
  }
}

/** `c12` is `Claim 12`. */
const title = (id: string): string => `Claim ${id.slice(1)}`

const sign = ({ kind, targetType }: Relation): string =>
  targetType === 'relation' && kind === 'attack' ? '_>' : OUTGOING[kind]

const target = (relation: Relation, { claims, steps }: Names): string =>
  relation.targetType === 'claim' ? `[${claims.get(relation.target)}]` : `<${steps.get(relation.target)}>`

/** An argument: its premises, its inference rule, and its conclusion, which is the target or a statement about it. */
function argument(relation: Relation, names: Names): string {
  const name = names.steps.get(relation.id)!
  const premises = relation.premises.flatMap((id) => names.claims.get(id) ?? [])
  const isSupport = relation.kind === 'support' && relation.targetType === 'claim'
  const says = `This ${relationWord(relation)} ${relation.targetType === 'claim' ? 'it' : 'the other argument'}`
  const scheme = plainName(schemeNamed(relation.scheme)?.title ?? relation.scheme)
  const missing = relation.premises.length - premises.length
  const { note, strength, answers } = relation
  const data = {
    ...(missing > 0 && { premisesNotOnMap: missing }),
    ...(note !== '' && { note }),
    ...(strength !== '' && { strength }),
    ...(answers.length > 0 && { answers: answers.flatMap(({ question, answer }) => [question, answer]) }),
  }
  return [
    (relation.warrant ? `<${name}>: ${argdownWords(relation.warrant)}` : `<${name}>`) +
      (Object.keys(data).length > 0 ? ` ${argdownData(data)}` : ''),
    '',
    ...premises.map((premise, index) => `(${index + 1}) [${premise}]`),
    scheme ? `-- ${scheme} --` : '-----',
    ...(isSupport
      ? [`(${premises.length + 1}) ${target(relation, names)}`]
      : [
          `(${premises.length + 1}) [${name}, conclusion]: ${argdownWords(says)}`,
          `  ${sign(relation)} ${target(relation, names)}`,
        ]),
  ].join('\n')
}
