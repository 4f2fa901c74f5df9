import { CARD_GAP, CARD_WIDTH, type Point } from '../canvas/card'
import { EXIT, HEAD, INDENT, PORT, STRAIGHT, UNDERCUT_INDENT } from '../canvas/lines/hanging'
import type { Branch, Tree } from './argument-tree'
import { frontOf, inColumns, stacked, type Box, type Front } from './front'
import type { Flow } from './tidied'

/** From the right edge of a column to the cards of the next, with room for lines and signs between. */
const COLUMN_GAP = INDENT + 6

/** From the top of a claim to that of a card at its right, whose line is level. */
const BESIDE = EXIT.support - PORT

/** From the top of a claim to further columns of premises, below the lines that lead to them and a label. */
const FURTHER = EXIT.attack + 24

/** The heights of the cards by claim, in map pixels. */
type Heights = ReadonlyMap<string, number>

/**
 * The shapes in which a tree can be laid out. Premises hang below their claim, indented and one above the other, or in
 * several columns. With the flow to the right they are in one column to the right of their claim.
 */
export function treeFront(tree: Tree, heights: Heights, flow: Flow): Front {
  const card: Box = { width: CARD_WIDTH, height: heights.get(tree.claim) ?? 0, claim: tree.claim, parts: [] }
  if (tree.branches.length === 0) return [card]
  const branches = tree.branches.map((branch) => branchFront(branch, heights, flow))
  if (flow === 'right') {
    const front = stacked(branches.map((shape) => ({ shape, x: 0 })))
    return front.map((box) => around(card, box, { x: CARD_WIDTH + COLUMN_GAP, y: BESIDE }))
  }
  const drop = Math.max(0, card.height + HEAD - FURTHER)
  const front = inColumns(branches, { gap: COLUMN_GAP, drop })
  const indented = front.map((box) => around(card, box, { x: INDENT, y: FURTHER }))
  return frontOf([...indented, ...straightBelow(tree, branches, card)])
}

/** The shapes in which the only premise is straight below its claim. They are narrower and higher. */
function straightBelow({ branches: [only, another] }: Tree, [front]: readonly Front[], card: Box): Front {
  if (!only || !front || another || only.premises.length !== 1 || only.undercuts.length > 0) return []
  return front.map((box) => around(card, box, { x: 0, y: card.height + STRAIGHT }))
}

/** A box with a card in its top left corner. */
const around = (card: Box, box: Box, { x, y }: Point): Box => ({
  width: Math.max(card.width, x + box.width),
  height: Math.max(card.height, y + box.height),
  claim: card.claim!,
  parts: [{ box, x, y }],
})

/** The shapes of a relation: what undercuts it, then its premises, one above the other. */
function branchFront({ premises, undercuts }: Branch, heights: Heights, flow: Flow): Front {
  const [first, ...others] = premises.map((premise) => ({ shape: treeFront(premise, heights, flow), x: 0 }))
  const above = undercuts.map((undercut) => ({
    shape: branchFront(undercut, heights, flow),
    x: UNDERCUT_INDENT,
  }))
  const layers = [...above, ...(first ? [first] : []), ...others]
  if (!first || others.length > 0) return stacked(layers)
  // A single premise comes first if it is lower than what undercuts it, because the line to the undercuts is shorter.
  return stacked(layers, (boxes) => {
    const [premise, undercutting] = [boxes.at(-1)!, boxes.slice(0, -1)]
    const high = undercutting.reduce((sum, { shape }) => sum + shape.height + CARD_GAP, 0)
    return premise.shape.height + CARD_GAP < high ? [premise, ...undercutting] : boxes
  })
}
