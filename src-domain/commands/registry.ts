import * as v from 'valibot'
import { isCreation, type Creation } from '../document/patch'
import type { Env, Project } from '../document/project'
import {
  alignBottom,
  alignCentre,
  alignLeft,
  alignMiddle,
  alignRight,
  alignTop,
  distributeAcross,
  distributeDown,
} from './placement/align'
import { sourceSetBlockAside } from './source/set-block-aside'
import { categoryAdd } from './category/add'
import { categoryEdit } from './category/edit'
import { categoryRemove } from './category/remove'
import { claimAdd } from './claim/add'
import { claimCategorise, claimNote, claimReword, claimSetTag, claimTag, claimUnstated } from './claim/edit'
import { claimFromSelection, claimToMap } from './claim/from-selection'
import { claimMerge } from './claim/merge'
import { claimJudge, claimStanding } from './claim/weigh'
import { claimAddConclusion } from './claim/add-conclusion'
import { claimPlace, claimUnplace } from './claim/place'
import { claimPlaceLinked } from './claim/place-linked'
import { claimRemove } from './claim/remove'
import { claimSplit } from './claim/split'
import { claimAddPremise } from './claim/add-premise'
import { claimsPaste } from './claim/paste'
import { refuse, type AnyCommand, type Done, type Refusal } from './command'
import { excerptAdd, excerptRemove } from './excerpt/add-remove'
import { excerptCredibility } from './excerpt/credibility'
import { excerptAccept, excerptPlace } from './excerpt/review'
import { groupEdit, groupMake, groupRemove } from './group/group'
import { mapAdd, mapCaveat, mapRemove, mapRename } from './map/map'
import { hypothesesExclude, hypothesisAdd, hypothesisMove, hypothesisRemove } from './matrix/hypotheses'
import { matrixAdd, matrixEdit, matrixRemove } from './matrix/matrix'
import { cellNote, cellRate } from './matrix/rate'
import { rowAdd, rowEdit, rowMove, rowRemove } from './matrix/row'
import { rowsFromMap } from './matrix/rows-from-map'
import { rowSee } from './matrix/see'
import { placementColour } from './placement/colour'
import { mapAddStep, mapSteps } from './map/steps'
import { mapTidy } from './map/tidy'
import { placementMove } from './placement/move'
import { placementCollapse, placementPin } from './placement/state'
import { disagreementDecide } from './project/decide'
import { projectMerge } from './project/merge'
import { originNewVersion } from './project/new-file-version'
import { projectMergeStates } from './project/merge-states'
import { projectRename } from './project/rename'
import { projectYardstick } from './project/yardstick'
import { projectRestore } from './project/restore'
import { referencesApply } from './source/apply-references'
import { relationAdd } from './relation/add'
import { raiseCriticalQuestion } from './relation/raise-question'
import {
  relationAttack,
  relationContradict,
  relationLink,
  relationRemove,
  relationSupport,
  relationTurn,
  relationUnlink,
} from './relation/edit'
import { relationJoin } from './relation/join'
import {
  relationAnswer,
  relationNote,
  relationScheme,
  relationStrength,
  relationWarrant,
} from './relation/edit-details'
import { scenarioEdit, scenarioKeep, scenarioRemove } from './scenario/scenario'
import { sourceAdd, sourceDescribe, sourceRemove } from './source/source'
import { sourceDecodeAgain } from './source/decode-again'
import { sourceNewVersion } from './source/new-version'
import { tagRemove, tagRename } from './tag/tag'
import { tieAdd, tieExplain, tieRemove } from './tie/tie'

/** Every command that changes the document. Where two share a key, the first that applies runs. */
export const COMMANDS = [
  claimFromSelection,
  claimToMap,
  claimAdd,
  claimAddPremise,
  claimAddConclusion,
  claimPlace,
  claimPlaceLinked,
  claimReword,
  claimNote,
  claimTag,
  claimSetTag,
  claimCategorise,
  claimUnstated,
  claimMerge,
  claimSplit,
  claimsPaste,
  claimStanding,
  claimJudge,
  excerptAdd,
  excerptRemove,
  excerptAccept,
  excerptPlace,
  excerptCredibility,
  claimUnplace,
  claimRemove,
  relationAdd,
  relationSupport,
  relationAttack,
  relationContradict,
  relationTurn,
  relationLink,
  relationUnlink,
  relationNote,
  relationWarrant,
  relationStrength,
  relationScheme,
  relationAnswer,
  raiseCriticalQuestion,
  relationJoin,
  relationRemove,
  placementMove,
  placementPin,
  placementCollapse,
  mapTidy,
  mapSteps,
  mapAddStep,
  placementColour,
  alignLeft,
  alignCentre,
  alignRight,
  alignTop,
  alignMiddle,
  alignBottom,
  distributeAcross,
  distributeDown,
  groupMake,
  groupEdit,
  groupRemove,
  mapAdd,
  mapRename,
  mapCaveat,
  mapRemove,
  sourceAdd,
  sourceDescribe,
  sourceRemove,
  sourceNewVersion,
  sourceDecodeAgain,
  referencesApply,
  sourceSetBlockAside,
  categoryAdd,
  categoryEdit,
  categoryRemove,
  tagRename,
  tagRemove,
  matrixAdd,
  matrixEdit,
  matrixRemove,
  hypothesisAdd,
  hypothesisMove,
  hypothesisRemove,
  hypothesesExclude,
  rowAdd,
  rowsFromMap,
  rowEdit,
  rowMove,
  rowSee,
  rowRemove,
  cellRate,
  cellNote,
  tieAdd,
  tieExplain,
  tieRemove,
  scenarioKeep,
  scenarioEdit,
  scenarioRemove,
  projectRename,
  projectYardstick,
  projectMerge,
  originNewVersion,
  projectMergeStates,
  disagreementDecide,
  projectRestore,
] as const satisfies readonly AnyCommand[]

/** The input of each command, by its name. */
export type CommandInputs = {
  [Item in (typeof COMMANDS)[number] as Item['name']]: v.InferInput<Item['input']>
}

const byName = new Map<string, AnyCommand>(COMMANDS.map((each) => [each.name, each]))

/** An outcome, with every record that the command made in the order of its patch. */
export type CommandResult = (Done & { readonly made: readonly Creation[] }) | Refusal

/**
 * Checks an input against the schema of a command and runs the command (P8). An input that does not fit is refused.
 * @throws Error if there is no command with that name
 */
export function runCommand(project: Project, name: string, input: unknown, env: Env): CommandResult {
  const found = byName.get(name)
  if (!found) throw new Error(`no command ${name}`)
  const read = v.safeParse(found.input, input)
  if (!read.success) {
    return refuse(`Nothing was changed: ${whyNot(read.issues[0])}.`)
  }
  const outcome = found.run(project, read.output, env)
  return 'refusal' in outcome ? outcome : { ...outcome, made: outcome.patch.filter(isCreation) }
}

/** What is wrong with an input: a text that is too long with both numbers, anything else by its place. */
function whyNot(issue: v.BaseIssue<unknown>): string {
  const { type, requirement, received } = issue
  const [has, limit] = [Number(received), Number(requirement)]
  if (type !== 'max_length' || !Number.isFinite(has))
    return `${v.getDotPath(issue) ?? 'the input'} is not valid`
  return `the text has ${has.toLocaleString('en')} characters, and at most ${limit.toLocaleString('en')} fit`
}
