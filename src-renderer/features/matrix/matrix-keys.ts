import type { MatrixLine, MatrixTable } from '#domain/matrix/table'
import type { CellRating } from '#domain/matrix/ratings'
import { WEIGHTS, type MatrixRow } from '#domain/records/matrix-row'
import type { Place } from '../../state/view/matrix-view.svelte'
import type { Workspace } from '../../state/workspace.svelte'

/** The matrix on screen, with the place of the keyboard. */
export interface Grid {
  readonly workspace: Workspace
  readonly table: MatrixTable
  /** The rows as they are sorted. */
  readonly order: readonly MatrixLine[]
  readonly here: Place
  readonly go: (place: Place) => void
}

const RATINGS: Readonly<Record<string, CellRating>> = {
  c: 'C',
  'Shift+c': 'CC',
  i: 'I',
  'Shift+i': 'II',
  n: 'N',
  a: 'NA',
  Delete: '',
  Backspace: '',
}

/** Handles a key in the grid. Others are for the shortcuts of the window. */
export function keyDown(event: KeyboardEvent, grid: Grid): void {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event
  const letter = key.length === 1 ? key.toLowerCase() : key
  const mod = ctrlKey || metaKey
  const name = [mod && 'Mod', altKey && 'Alt', shiftKey && 'Shift', letter].filter(Boolean).join('+')
  if (!(handleMove(name, grid) || perform(name, grid))) return
  event.preventDefault()
  event.stopPropagation()
}

/** Does what a key means at the place of the keyboard; false if it means nothing there. */
export const perform = (name: string, grid: Grid): boolean =>
  handleRating(name, grid) || handleRow(name, grid)

function handleMove(name: string, { here, order, table, go }: Grid): boolean {
  const rows = [undefined, ...order.map(({ id }) => id)]
  const columns = [undefined, ...table.columns.map(({ id }) => id)]
  const [row, column] = [rows.indexOf(here.row), columns.indexOf(here.hypothesis)]
  const [lastRow, lastColumn] = [rows.length - 1, columns.length - 1]
  const page = 8
  const to: Readonly<Record<string, readonly [number, number]>> = {
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, column + 1],
    'Mod+ArrowUp': [0, column],
    'Mod+ArrowDown': [lastRow, column],
    'Mod+ArrowLeft': [row, 0],
    'Mod+ArrowRight': [row, lastColumn],
    Home: [row, 0],
    End: [row, lastColumn],
    'Mod+Home': [Math.min(1, lastRow), Math.min(1, lastColumn)],
    'Mod+End': [lastRow, lastColumn],
    PageUp: [Math.max(row - page, Math.min(1, row)), column],
    PageDown: [row + page, column],
  }
  const found = to[name]
  if (!found) return false
  const [r, c] = [clamp(found[0], lastRow), clamp(found[1], lastColumn)]
  // The corner has nothing to select.
  if (r > 0 || c > 0) go({ row: rows[r], hypothesis: columns[c] })
  return true
}

const clamp = (value: number, last: number): number => Math.max(0, Math.min(value, last))

function handleRating(name: string, { here, order, table, workspace, go }: Grid): boolean {
  const { row, hypothesis } = here
  const rating = RATINGS[name]
  if (rating === undefined || row === undefined || hypothesis === undefined) return false
  if (!workspace.run('cell.rate', { row, hypothesis, rating }).done) return true
  const column = table.columns.findIndex(({ id }) => id === hypothesis)
  const next = table.columns[column + 1]
  const below = order[order.findIndex(({ id }) => id === row) + 1]
  if (next) go({ row, hypothesis: next.id })
  else if (below) go({ row: below.id, hypothesis: table.columns[0]!.id })
  else go(here)
  return true
}

function handleRow(name: string, grid: Grid): boolean {
  const { here, order, table, workspace, go } = grid
  const line = order.find(({ id }) => id === here.row)
  const { hypothesis } = here
  const matrix = table.matrix.id
  const acts: Readonly<Record<string, (() => void) | false | undefined>> = {
    Insert: () => (workspace.dialog = 'evidence'),
    e: () => (workspace.dialog = 'evidence'),
    h: () => (workspace.dialog = 'hypothesis'),
    Enter: line && hypothesis !== undefined && (() => writeNote(workspace, line.id, hypothesis)),
    Delete: removal(grid, line),
    Backspace: removal(grid, line),
    r: line && (() => setWeight(workspace, line, 'relevance')),
    'Shift+r': line && (() => setWeight(workspace, line, 'credibility')),
    x: line && (() => workspace.whatIf.toggle('claims', [line.claim])),
    w: line && (() => toggleSeen(workspace, line)),
    d: line && (() => enterAsDeception(workspace, matrix, line, go, hypothesis)),
    'Alt+ArrowUp': line && (() => moveRow(grid, line, -1)),
    'Alt+ArrowDown': line && (() => moveRow(grid, line, 1)),
    'Alt+ArrowLeft': hypothesis !== undefined && (() => moveColumn(grid, hypothesis, -1)),
    'Alt+ArrowRight': hypothesis !== undefined && (() => moveColumn(grid, hypothesis, 1)),
  }
  const act = acts[name]
  if (!act) return false
  act()
  return true
}

function writeNote({ desk, panes, view }: Workspace, row: string, hypothesis: string): void {
  view.select({ type: 'cell', row, hypothesis })
  desk.openInspector()
  panes.ask('cellDetails', (details) => details.editNote(), `${row} ${hypothesis}`)
}

/** On a header, Delete removes its row or column; the claim stays. */
function removal({ here, order, table, workspace, go }: Grid, line: MatrixLine | undefined) {
  const { hypothesis } = here
  if (line && hypothesis === undefined) {
    return () => {
      const at = order.indexOf(line)
      const next = order[at + 1] ?? order[at - 1]
      if (workspace.run('row.remove', { row: line.id }).done) go({ row: next?.id, hypothesis: undefined })
    }
  }
  if (line || hypothesis === undefined) return undefined
  return () => {
    const at = table.columns.findIndex(({ id }) => id === hypothesis)
    const next = table.columns[at + 1] ?? table.columns[at - 1]
    const done = workspace.run('hypothesis.remove', { matrix: table.matrix.id, hypothesis }).done
    if (done) go({ hypothesis: next?.id })
  }
}

/** The next weight up, in a circle; after the highest, the one that is derived. */
function setWeight(workspace: Workspace, line: MatrixLine, of: 'credibility' | 'relevance'): void {
  const row = workspace.session!.project.rows.get(line.id)!
  const circle: MatrixRow['relevance'][] = of === 'relevance' ? ['', 'high', 'low'] : ['', ...WEIGHTS]
  const at = circle.indexOf(of === 'relevance' && row.relevance === 'medium' ? '' : row[of])
  workspace.run('row.edit', { row: line.id, fields: { [of]: circle[(at + 1) % circle.length] } })
}

/** Marks evidence as not seen yet, or as seen today. */
function toggleSeen(workspace: Workspace, line: MatrixLine, on = new Date()): void {
  if (line.seen === '') workspace.run('row.see', { row: line.id, seen: 'awaited' })
  else {
    const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(on)
    const note = [line.note, `Seen on ${day}.`].filter(Boolean).join('\n')
    workspace.run('row.see', { row: line.id, seen: '', note })
  }
}

function enterAsDeception(
  workspace: Workspace,
  matrix: string,
  { id, claim }: MatrixLine,
  go: Grid['go'],
  hypothesis: string | undefined,
): void {
  const result = workspace.run('row.add', { matrix, what: { claim }, reading: 'deception', below: id })
  const row = result.done && result.made.find(({ table }) => table === 'rows')?.id
  if (row) go({ row, hypothesis })
}

function moveRow({ workspace, order, here, go }: Grid, line: MatrixLine, by: number): void {
  if (workspace.view.onMatrix.sort !== 'hand') {
    workspace.notices.done('Sort the rows by hand to move one.')
    return
  }
  if (workspace.run('row.move', { row: line.id, to: Math.max(0, order.indexOf(line) + by) }).done) go(here)
}

function moveColumn({ workspace, table, here, go }: Grid, hypothesis: string, by: number): void {
  const at = table.columns.findIndex(({ id }) => id === hypothesis)
  const to = Math.max(0, at + by)
  if (workspace.run('hypothesis.move', { matrix: table.matrix.id, hypothesis, to }).done) go(here)
}
