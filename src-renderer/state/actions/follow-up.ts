import { tick } from 'svelte'
import { firstUnits } from '#domain/anchoring/pairs'
import type { CommandInputs } from '#domain/commands/registry'
import type { Project } from '#domain/document/project'
import { excerptsBySource } from '#domain/queries/excerpt-index'
import { visibleName } from '#domain/safety/visible-name'
import type { Result } from '../document/session.svelte'
import { focusRegion, isShown, reveal, show, type Places } from '../navigate'
import type { Notices } from '../notices.svelte'
import { deselectWords } from '../view/deselect-words'

/** What following up needs of the workspace. */
interface Screen extends Places {
  readonly notices: Notices
  undo(): void
}

type CommandName = keyof CommandInputs

type Told = {
  readonly [Name in CommandName]?: (
    before: Project,
    input: CommandInputs[Name],
    after: Project,
  ) => string | undefined
}

/** Commands whose work cannot be seen, so that it is told, by the name of what is gone. */
const TOLD: Told = {
  'claim.remove': ({ claims }, { claims: [first, ...others] }) =>
    others.length > 0
      ? `${others.length + 1} claims were deleted.`
      : `“${short(claims.get(first!)?.text)}” was deleted.`,
  'source.remove': (before, { sources }) => {
    const lost = sources.flatMap((source) => excerptsBySource(before).get(source) ?? [])
    const claims = new Set(lost.map(({ claim }) => claim)).size
    const title =
      sources.length > 1
        ? `${sources.length} articles were removed`
        : `“${short(before.sources.get(sources[0]!)?.title)}” was removed`
    if (lost.length === 0) return `${title}.`
    return `${title}. ${counted(claims, 'claim')} lost ${counted(lost.length, 'passage')}.`
  },
  'matrix.remove': ({ matrices }, { matrix }) =>
    `The matrix “${short(matrices.get(matrix)?.title)}” was deleted. Its claims and relations are still in the project.`,
  'row.remove': ({ rows, claims }, { row }) =>
    `The row of “${short(claims.get(rows.get(row)?.claim ?? '')?.text)}” was removed. Its claim is still in the project.`,
  'hypothesis.remove': ({ claims }, { hypothesis }) =>
    `“${short(claims.get(hypothesis)?.text)}” was removed from the matrix. Its claim is still in the project.`,
  'cell.rate': ({ relations, rows, claims }, { row, hypothesis }, after) =>
    relations.size === after.relations.size + 1
      ? `The step from “${short(claims.get(rows.get(row)?.claim ?? '')?.text)}” to “${short(claims.get(hypothesis)?.text)}” was removed from the map.`
      : undefined,
  'map.remove': ({ maps }, { map }) =>
    `The map “${short(maps.get(map)?.name)}” was deleted. Its claims are still in the project.`,
}

/** UTF-16 units of a name that a message shows. */
const NAME_SHOWN = 80
const short = (name = ''): string => {
  const visible = visibleName(name)
  return visible.length > NAME_SHOWN ? `${firstUnits(visible, NAME_SHOWN).trimEnd()}…` : visible
}
const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

/** Does on screen what follows a command that was done, whichever button, key, menu or drop has run it. */
export function followUp<Name extends CommandName>(
  workspace: Screen,
  name: Name,
  input: CommandInputs[Name],
  before: Project,
  result: Result & { done: true },
): void {
  const { view, notices } = workspace
  if (result.select) view.turnTo(result.select)
  if (result.reveal !== undefined) reveal(workspace, result.reveal)
  showPlaced(workspace, result)
  if (usesWords(name, result)) deselectWords(workspace)
  if (name === 'map.add' || name === 'group.make')
    view.naming = result.made.find(({ table }) => table === 'maps' || table === 'groups')?.id
  if (name === 'matrix.add') openMatrix(workspace, result.made.find(({ table }) => table === 'matrices')?.id)
  const told = TOLD[name]?.(before, input, workspace.session?.project ?? before)
  if (told) notices.done(told, { label: 'Undo', run: () => workspace.undo() })
  keepInMap(workspace)
}

/** Brings all cards into sight that one command has put on the map. */
function showPlaced({ panes, session }: Screen, { made }: Result & { done: true }): void {
  const placed = made.flatMap(({ table, id }) => (table === 'placements' ? id : []))
  const claims = placed.flatMap((id) => session?.project.placements.get(id)?.claim ?? [])
  if (claims.length > 1) panes.get('canvas')?.bringIntoSight(claims)
}

/** Shows a matrix that was just made. Its title is to be typed. */
function openMatrix(workspace: Screen, matrix: string | undefined): void {
  const { onMatrix } = workspace.view
  onMatrix.open(matrix)
  onMatrix.naming = matrix
  show(workspace, 'matrix')
}

/** Whether the selected words have become what the command made of them: still selected, they would hide its colour. */
const usesWords = (name: CommandName, { made }: Result & { done: true }): boolean =>
  name === 'excerpt.add' || name === 'source.setBlockAside' || made.some(({ table }) => table === 'excerpts')

/**
 * The keyboard stays in the map when the card that had it goes, unless the next claim is being typed or the command has shown
 * something else in place of the map.
 */
function keepInMap(workspace: Screen): void {
  if (!workspace.panes.get('map')?.hasFocus()) return
  void tick().then(() => {
    const lost = document.activeElement === document.body && workspace.view.typing === undefined
    if (lost && isShown(workspace.settings.layout, 'map')) focusRegion(workspace, 'map')
  })
}
