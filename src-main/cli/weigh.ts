import { roleOf } from '#domain/weighing/roles'
import { supposesNothing, type Supposing } from '#domain/weighing/supposing'
import { SEMANTICS, type SemanticsName } from '#domain/weighing/gradual'
import { weigh } from '#domain/weighing/weigh'
import type { Project } from '#domain/document/project'
import type { Matrix } from '#domain/records/matrix'
import { readProject } from '../shell/read-project'
import { UsageError, type CliCommand } from './command'
import { DATA_FOLDER_FLAG, dataFolderOf, tellFileState } from './file-state'
import { alternatives, atMostOne, readOptions } from './options'
import { sayJson } from './visible-terminal'
import {
  balanceAnswer,
  matrixAnswer,
  tippingAnswer,
  verdictsAnswer,
  whyAnswer,
  type Answer,
} from './weigh-answers'

/** `counterpoint weigh` */
export const weighCommand: CliCommand = {
  name: 'weigh',
  summary: 'say which claims of a project stand, and what they hang on',
  help: `Usage: counterpoint weigh FILE [--json] [--off THING]… [--true CLAIM]… [ONE OPTION]

Weighs the claims of the project file FILE. FILE is not changed, and may be open in Counterpoint.
Prints each hypothesis with its verdict in one sentence; each claim, if there is no hypothesis.
Claims, sources and relations are named by their ids.

Options, of which one can be given:
  --why CLAIM       print the verdict of one claim, and what it rests on
  --tipping CLAIM   print which sources, claims and steps would change its verdict if they were
                    given up: all smallest sets of up to three
  --matrix ID       print what a matrix of hypotheses against evidence shows and counts
  --semantics NAME  print the strength of each claim in a gradual semantics: qe or dfquad

What is supposed; each can be given several times:
  --off THING       suppose something off: source:ID, claim:ID or relation:ID
  --true CLAIM      suppose a claim true

  --json            print JSON, for other programs
  --data-dir DIR    the data folder, if not the default; it contains the histories of projects
  -h, --help        show this help`,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      json: { type: 'boolean' },
      off: { type: 'string', multiple: true },
      true: { type: 'string', multiple: true },
      why: { type: 'string' },
      tipping: { type: 'string' },
      matrix: { type: 'string' },
      semantics: { type: 'string' },
      ...DATA_FOLDER_FLAG,
    })
    const path = atMostOne(positionals, 'project file')
    if (path === undefined) throw new UsageError('The project file is missing.')
    const { why, tipping, matrix, semantics } = values
    const questions = [why, tipping, matrix, semantics].filter((each) => each !== undefined)
    if (questions.length > 1) {
      throw new UsageError('Only one of --why, --tipping, --matrix and --semantics can be given.')
    }
    const named = semantics === undefined ? undefined : semanticsNamed(semantics)
    const read = await readProject(path, dataFolderOf(values['data-dir']))
    const { project } = read
    const supposing = supposed(project, values.off ?? [], values.true ?? [])
    const answer = answerTo(project, supposing, { why, tipping, matrix, semantics: named })
    if (values.json) sayJson(terminal, answer.json)
    else for (const line of answer.lines) terminal.say(line)
    return tellFileState(read, terminal)
  },
}

interface Question {
  readonly why: string | undefined
  readonly tipping: string | undefined
  readonly matrix: string | undefined
  readonly semantics: SemanticsName | undefined
}

function answerTo(project: Project, supposing: Supposing, question: Question): Answer {
  const { why, tipping, matrix, semantics } = question
  const weighing = weigh(project, supposing)
  if (why !== undefined) return whyAnswer(project, weighing, supposing, claimNamed(project, why))
  if (tipping !== undefined) return tippingAnswer(project, weighing, supposing, claimNamed(project, tipping))
  if (matrix !== undefined) return matrixAnswer(project, weighing, matrixNamed(project, matrix))
  if (semantics !== undefined) return balanceAnswer(project, weighing, semantics)
  const before = supposesNothing(supposing) ? undefined : weigh(project)
  const isHypothesis = (category: string) => roleOf(project.categories, category) === 'proposed'
  const claims = [...project.claims.values()]
  const hypotheses = claims.filter(({ category }) => isHypothesis(category))
  const shown = (hypotheses.length > 0 ? hypotheses : claims).map(({ id }) => id)
  return verdictsAnswer(project, weighing, supposing, shown, before)
}

function semanticsNamed(name: string): SemanticsName {
  const names = Object.keys(SEMANTICS) as SemanticsName[]
  const found = names.find((each) => each === name)
  if (!found) throw new UsageError(`There is no semantics “${name}”. Choose ${alternatives(names)}.`)
  return found
}

function matrixNamed(project: Project, id: string): Matrix {
  const found = project.matrices.get(id)
  if (!found) throw new UsageError(`The project has no matrix “${id}”.`)
  return found
}

function claimNamed(project: Project, id: string): string {
  if (!project.claims.has(id)) throw new UsageError(`The project has no claim “${id}”.`)
  return id
}

/** The kinds of things that can be supposed off. A step is a relation, as the smallest sets name it. */
const KINDS = { source: 'sources', claim: 'claims', relation: 'relations', step: 'relations' } as const

function supposed(project: Project, off: readonly string[], given: readonly string[]): Supposing {
  const sets = { sources: new Set<string>(), claims: new Set<string>(), relations: new Set<string>() }
  for (const thing of off) {
    const [, kind = '', id = ''] = /^(source|claim|relation|step):(.+)$/s.exec(thing) ?? []
    if (!isKind(kind)) {
      throw new UsageError(`“${thing}” cannot be off: name it source:ID, claim:ID or relation:ID.`)
    }
    const table = KINDS[kind]
    if (!project[table].has(id)) throw new UsageError(`The project has no ${kind} “${id}”.`)
    sets[table].add(id)
  }
  return { ...sets, given: new Set(given.map((id) => claimNamed(project, id))) }
}

const isKind = (kind: string): kind is keyof typeof KINDS => Object.hasOwn(KINDS, kind)
