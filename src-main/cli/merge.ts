import { readFile, realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import { ContractError } from '#api/errors'
import { load, parse } from '#domain/document/load'
import { applyPatch } from '#domain/document/patch'
import type { Project } from '#domain/document/project'
import { patchToDecide } from '#domain/merge/disagreement-records'
import type { Descent } from '#domain/merge/lineage'
import { areRelated, mergeProjects, type Merge } from '#domain/merge/merge-projects'
import { disagreementSentence, twinsSentence } from '#domain/merge/sentences'
import { summariseChanges, TALLIED } from '#domain/queries/project-diff'
import { env } from '#host/env'
import { contentHash, reasonOf } from '#host/files/durable-file'
import { commonState } from '#host/history/common-state'
import { GenerationStore } from '#host/history/version-history'
import { fileText } from '#host/store/file-text'
import { ProjectStore } from '#host/store/project-store'
import { readProject, type ReadProject } from '../shell/read-project'
import { writeWhole } from '../shell/write-whole'
import { counted } from './article-line'
import { UsageError, type CliCommand, type Terminal } from './command'
import { DATA_FOLDER_FLAG, dataFolderOf, tellFileState } from './file-state'
import { readOptions } from './options'

/** `counterpoint merge` */
export const mergeCommand: CliCommand = {
  name: 'merge',
  summary: 'merge the files of two analysts into one',
  help: `Usage: counterpoint merge MINE THEIRS [--base FILE] [--out FILE] [--json]

Merges two project files that go back to one, record by record and field by field. What either
added, changed or removed comes in. Where both changed the same thing differently, MINE stays;
what one removed and the other changed or used stays too. Both are listed to decide.

The result is written to the file of --out, or to MINE, as one change that its history can undo.
THEIRS and the base are not changed. The exit code is 1 if something is left to decide.

Options:
  --base FILE     the last state that both have in common. Without it, the histories of the two
                  files on this machine are searched for it. If it is not there, the merge is a
                  two-way merge: nothing counts as removed, and all differences are to decide
  --out FILE      the file for the result; MINE is then not changed
  --json          print JSON, for other programs
  --data-dir DIR  the data folder, if not the default; it contains the histories of projects
  -h, --help      show this help`,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      base: { type: 'string' },
      out: { type: 'string' },
      json: { type: 'boolean' },
      ...DATA_FOLDER_FLAG,
    })
    const [minePath, theirsPath, ...more] = positionals
    if (minePath === undefined || theirsPath === undefined || more.length > 0)
      throw new UsageError('Two project files are needed: mine and theirs.')
    const dataFolder = dataFolderOf(values['data-dir'])
    const theirs = await readProject(theirsPath, dataFolder)
    const base =
      values.base === undefined
        ? await knownBase(minePath, theirsPath, theirs, dataFolder)
        : await readProject(values.base, dataFolder)
    const bring = (mine: Project) => mergeInto(mine, theirs.project, base?.project)
    const { before, merge, state } =
      values.out === undefined
        ? await extend(resolve(minePath), dataFolder, bring)
        : await writeNew(minePath, values.out, dataFolder, bring)
    if (values.json) terminal.say(JSON.stringify(answer(before, merge, base), null, 2))
    else tell(before, merge, base, terminal)
    const states = [state, theirs, ...(base ? [base] : [])].map((each) => tellFileState(each, terminal))
    return merge.disagreements.length > 0 ? 1 : Math.max(...states)
  },
}

/**
 * The last common state, from the history of either file on this machine. Undefined if neither has one that the other
 * goes back to.
 */
async function knownBase(
  mine: string,
  theirs: string,
  { project }: ReadProject,
  dataFolder: string,
): Promise<ReadProject | undefined> {
  for (const [one, other] of [
    [mine, theirs],
    [theirs, mine],
  ] as const) {
    const history = GenerationStore.of(dataFolder, await realpath(one))
    const text = await commonState(history, await descentOf(other))
    const loaded = text === undefined ? undefined : load(text)
    // A file can name a state that it does not come from.
    if (loaded?.ok && areRelated(loaded.project, project))
      return { project: loaded.project, migratedFrom: undefined, messages: [], harmed: false }
  }
  return undefined
}

async function descentOf(path: string): Promise<Descent> {
  const bytes = await readFile(path)
  const parsed = parse(bytes.toString('utf8'))
  const { revision, lineage = [] } = parsed.ok ? parsed.project.about : { revision: 0 }
  return { sha256: contentHash(bytes), revision, lineage }
}

interface Merged {
  readonly before: Project
  readonly merge: Merge
  readonly state: Pick<ReadProject, 'messages' | 'harmed'>
}

function mergeInto(mine: Project, theirs: Project, base: Project | undefined): Merge {
  if (!areRelated(mine, theirs))
    throw new ContractError(
      'unsupported',
      'The two files share nothing, so there is nothing to merge. Use “counterpoint import” to copy one into the other.',
    )
  if (base && ![mine, theirs].every((side) => areRelated(base, side)))
    throw new ContractError(
      'unsupported',
      'The file of --base shares nothing with the two files, so they do not go back to it. Nothing was merged.',
    )
  return mergeProjects(base, mine, theirs)
}

/** Merges into the project file itself, in one accepted change. */
async function extend(path: string, dataFolder: string, bring: (mine: Project) => Merge): Promise<Merged> {
  const store = await ProjectStore.open(path, dataFolder)
  try {
    const before = store.project
    const merge = bring(before)
    const patch = patchToDecide(before, merge, env)
    if (patch.length > 0) await store.patch(before.about.revision, patch)
    return { before, merge, state: store }
  } finally {
    await store.close()
  }
}

/** Writes the merged project to another file. */
async function writeNew(
  minePath: string,
  out: string,
  dataFolder: string,
  bring: (mine: Project) => Merge,
): Promise<Merged> {
  const mine = await readProject(minePath, dataFolder)
  const merge = bring(mine.project)
  const applied = applyPatch(mine.project, patchToDecide(mine.project, merge, env))
  if ('conflict' in applied) throw new ContractError('conflict', applied.conflict)
  const { about } = applied.project
  const project = {
    ...applied.project,
    about: { ...about, revision: about.revision + 1, modified: env.now() },
  }
  await writeWhole(resolve(out), Buffer.from(fileText(project), 'utf8')).catch((error: unknown) => {
    throw new ContractError('not-saved', `“${out}” could not be written: ${reasonOf(error)}.`)
  })
  return { before: mine.project, merge, state: mine }
}

/** What `--json` prints. Other programs read it. */
const answer = (
  before: Project,
  { project, disagreements, twins }: Merge,
  base: ReadProject | undefined,
) => ({
  threeWay: base !== undefined,
  merged: summariseChanges(before, project).tallies,
  toDecide: disagreements,
  twins,
})

const NOUNS = { sources: 'article', claims: 'claim', excerpts: 'passage', relations: 'relation' } as const

function tell(
  before: Project,
  { project, disagreements, twins }: Merge,
  base: ReadProject | undefined,
  terminal: Terminal,
): void {
  if (!base)
    terminal.say('This is a two-way merge, because no common state is known: nothing counts as removed.')
  const { tallies } = summariseChanges(before, project)
  for (const table of TALLIED) {
    const { added, changed, removed } = tallies[table]
    if (added + changed + removed > 0)
      terminal.say(`${counted(added, NOUNS[table])} added, ${changed} changed, ${removed} removed`)
  }
  for (const pair of twins) terminal.say(twinsSentence(project, pair))
  if (disagreements.length === 0) return
  terminal.say(`To decide: ${disagreements.length}`)
  for (const each of disagreements) terminal.say(`  ${disagreementSentence(project, each)}`)
}
