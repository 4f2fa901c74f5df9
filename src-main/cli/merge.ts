import { resolve } from 'node:path'
import { ContractError } from '#api/errors'
import { applyPatch } from '#domain/document/patch'
import type { Project } from '#domain/document/project'
import { patchToDecide } from '#domain/merge/disagreement-records'
import { areRelated, mergeProjects, type Merge } from '#domain/merge/merge-projects'
import { doubtfulRemovals, withoutMissing, type MissingRecords } from '#domain/merge/missing-records'
import { disagreementSentence, twinsSentence } from '#domain/merge/sentences'
import { summariseChanges, TALLIED } from '#domain/queries/project-diff'
import { env } from '#host/env'
import { reasonOf } from '#host/files/durable-file'
import { refuseLastRevision } from '#host/store/apply-patch'
import { refuseTooLarge } from '#host/store/decode-project'
import { fileText } from '#host/store/file-text'
import { ProjectStore } from '#host/store/project-store'
import { readProject, type ReadProject } from '../shell/read-project'
import { writeWhole } from '../shell/write-whole'
import { counted } from './article-line'
import { UsageError, type CliCommand, type Terminal } from './command'
import { knownBase } from './known-base'
import { DATA_FOLDER_FLAG, dataFolderOf, tellFileState } from './file-state'
import { readOptions } from './options'
import { sayJson } from './visible-terminal'

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
                  two-way merge: nothing counts as removed, and all differences are to decide.
                  If one file lacks more than a quarter of a state found this way, what it lacks
                  is kept; with --base, it is removed
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
    const given = values.base === undefined ? undefined : await readProject(values.base, dataFolder)
    const found = given ? undefined : await knownBase(minePath, theirsPath, theirs, dataFolder)
    const base = given ?? found?.base
    let kept: MissingRecords | undefined
    const bring = (mine: Project) => {
      if (!found) return mergeInto(mine, theirs.project, base?.project)
      const version = found.namedBy === 'mine' ? mine : theirs.project
      kept = doubtfulRemovals(found.base.project, version)
      const before = kept ? withoutMissing(found.base.project, version) : found.base.project
      return mergeInto(mine, theirs.project, before)
    }
    const { before, merge, state } =
      values.out === undefined
        ? await extend(resolve(minePath), dataFolder, bring)
        : await writeNew(minePath, values.out, dataFolder, bring)
    if (values.json) sayJson(terminal, answer(before, merge, base, kept))
    else tell(before, merge, base, kept, terminal)
    const states = [state, theirs, ...(base ? [base] : [])].map((each) => tellFileState(each, terminal))
    return merge.disagreements.length > 0 ? 1 : Math.max(...states)
  },
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
  refuseLastRevision(about.revision)
  const project = {
    ...applied.project,
    about: { ...about, revision: about.revision + 1, modified: env.now() },
  }
  await writeWhole(resolve(out), Buffer.from(textToWrite(project), 'utf8')).catch((error: unknown) => {
    throw new ContractError('not-saved', `“${out}” could not be written: ${reasonOf(error)}.`)
  })
  return { before: mine.project, merge, state: mine }
}

/** The text of a merged project. Throws `too-large` if Counterpoint could not open its file. */
function textToWrite(project: Project): string {
  try {
    return refuseTooLarge(fileText(project))
  } catch (error) {
    // A `RangeError` says that the text is longer than the longest string.
    if (!(error instanceof ContractError || error instanceof RangeError)) throw error
    throw new ContractError(
      'too-large',
      'The merged project is too large to be saved: more than 200 million characters. Nothing was written.',
    )
  }
}

/** What `--json` prints. Other programs read it. */
const answer = (
  before: Project,
  { project, disagreements, twins }: Merge,
  base: ReadProject | undefined,
  kept: MissingRecords | undefined,
) => ({
  threeWay: base !== undefined,
  keptMissing: kept?.count ?? 0,
  merged: summariseChanges(before, project).tallies,
  toDecide: disagreements,
  twins,
})

const keptSentence = ({ count, of }: MissingRecords): string =>
  `One file lacks ${count} of the ${of} records of the common state that it names. They were kept, because it may not come from that state. If they were removed on purpose, name the common state with --base.`

const NOUNS = { sources: 'article', claims: 'claim', excerpts: 'passage', relations: 'relation' } as const

function tell(
  before: Project,
  { project, disagreements, twins }: Merge,
  base: ReadProject | undefined,
  kept: MissingRecords | undefined,
  terminal: Terminal,
): void {
  if (!base)
    terminal.say('This is a two-way merge, because no common state is known: nothing counts as removed.')
  if (kept) terminal.say(keptSentence(kept))
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
