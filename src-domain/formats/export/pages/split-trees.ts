import { CARD_GAP } from '../../../canvas/card'
import type { Branch, Part, Tree } from '../../../layout/argument-tree'

/** A tree that is kept together on a page. */
export interface Piece {
  /** The index of its part among those of the map, and the group of its cards; empty if none. */
  readonly part: number
  readonly group: string
  readonly tree: Tree
  /** Whether the claim at its top has its card on an earlier page, so that this piece continues it. */
  readonly continued: boolean
}

/** A tree while branches are cut off, and the heights of its cards with their gaps. */
interface Node {
  readonly claim: string
  branches: Limb[]
}

interface Limb extends Branch {
  readonly premises: readonly Node[]
  readonly undercuts: readonly Limb[]
}

/**
 * Splits the trees of a map into pages. A tree that does not fit on a page is cut below its claims, from the bottom up:
 * where a claim with all that is under it does not fit, its largest branches continue on later pages (the partition of
 * trees by Kundu and Misra, 1977, which makes the fewest pieces). Only a relation whose own premises do not fit on a
 * page is left too large.
 * @param heights the heights of the cards by claim, in map pixels
 * @param fits whether pieces fit on one page
 * @returns the pieces of each page; the pieces that continue a claim are on later pages than its card
 */
export function splitTrees(
  parts: readonly Part[],
  heights: ReadonlyMap<string, number>,
  fits: (pieces: readonly Piece[]) => boolean,
): Piece[][] {
  const cutter = new Cutter(heights, fits)
  const pieces = parts.flatMap(({ group, trees }, part) =>
    trees.flatMap((tree) => cutter.piecesOf({ part, group, tree, continued: false })),
  )
  const pages: Piece[][] = []
  for (const piece of pieces) {
    const page = pages.at(-1)
    const isThere = page?.some((other) => hasCard(other, piece.tree.claim))
    if (page && !isThere && fits([...page, piece])) page.push(piece)
    else pages.push([piece])
  }
  return pages
}

/** Whether a piece shows the card of a claim, or continues it. */
const hasCard = ({ tree }: Piece, claim: string): boolean => claimsIn(tree).includes(claim)

/** All claims in a tree, from the top. */
export const claimsIn = ({ claim, branches }: Tree): string[] => [claim, ...branches.flatMap(claimsOfBranch)]

const claimsOfBranch = ({ premises, undercuts }: Branch): string[] => [
  ...premises.flatMap(claimsIn),
  ...undercuts.flatMap(claimsOfBranch),
]

class Cutter {
  #whole: Pick<Piece, 'part' | 'group'> = { part: 0, group: '' }
  #cut = new Map<string, Piece[]>()

  constructor(
    private readonly heights: ReadonlyMap<string, number>,
    private readonly fits: (pieces: readonly Piece[]) => boolean,
  ) {}

  /** A tree in pieces that fit on a page, the one with its root first. */
  piecesOf(whole: Piece): Piece[] {
    this.#whole = whole
    if (this.fits([whole])) return [whole]
    this.#cut = new Map()
    return this.#inTurn({ ...whole, tree: this.#node(whole.tree) })
  }

  /** A piece, then those that continue its claims, each with its own. */
  #inTurn(piece: Piece): Piece[] {
    const own = piece.continued ? claimsIn(piece.tree).slice(1) : claimsIn(piece.tree)
    return [
      piece,
      ...own.flatMap((claim) => this.#cut.get(claim) ?? []).flatMap((each) => this.#inTurn(each)),
    ]
  }

  /** The tree without what was cut off. */
  #node({ claim, branches }: Tree): Node {
    const node: Node = { claim, branches: branches.map((branch) => this.#limb(branch)) }
    const off: Limb[] = []
    while (node.branches.length > 0 && !this.fits([this.#piece(node, false)])) off.push(this.#takeOff(node))
    this.#continue(claim, inOrder(branches, off))
    return node
  }

  #limb = ({ relation, premises, undercuts }: Branch): Limb => ({
    relation,
    premises: premises.map((premise) => this.#node(premise)),
    undercuts: undercuts.map((undercut) => this.#limb(undercut)),
  })

  #piece = (tree: Tree, continued: boolean): Piece => ({ ...this.#whole, tree, continued })

  /** Takes the largest branch off a node. */
  #takeOff(node: Node): Limb {
    const largest = node.branches.reduce((one, other) => (this.#size(other) > this.#size(one) ? other : one))
    node.branches = node.branches.filter((each) => each !== largest)
    return largest
  }

  #size = (limb: Limb): number =>
    claimsOfBranch(limb).reduce((sum, claim) => sum + (this.heights.get(claim) ?? 0) + CARD_GAP, 0)

  /** Makes pieces of the branches that were taken off a claim, as many together as fit. */
  #continue(claim: string, limbs: readonly Limb[]): void {
    if (limbs.length === 0) return
    const pieces: Limb[][] = []
    for (const limb of limbs) {
      this.#shorten(claim, limb)
      const last = pieces.at(-1)
      if (last && this.fits([this.#piece({ claim, branches: [...last, limb] }, true)])) last.push(limb)
      else pieces.push([limb])
    }
    const others = pieces.map((branches) => this.#piece({ claim, branches }, true))
    this.#cut.set(claim, [...(this.#cut.get(claim) ?? []), ...others])
  }

  /** Cuts off what is under the premises of a relation until it fits on a page with them. */
  #shorten(claim: string, limb: Limb): void {
    const nodes = premisesIn(limb)
    const off = new Map<Node, Limb[]>()
    while (!this.fits([this.#piece({ claim, branches: [limb] }, true)])) {
      const open = nodes.filter(({ branches }) => branches.length > 0)
      if (open.length === 0) break
      const size = (node: Node) => node.branches.reduce((sum, each) => sum + this.#size(each), 0)
      const node = open.reduce((one, other) => (size(other) > size(one) ? other : one))
      off.set(node, [...(off.get(node) ?? []), this.#takeOff(node)])
    }
    for (const [node, limbs] of off) this.#continue(node.claim, limbs)
  }
}

const premisesIn = ({ premises, undercuts }: Limb): Node[] => [...premises, ...undercuts.flatMap(premisesIn)]

/** The branches that were taken off, in the order of the tree. */
const inOrder = (branches: readonly Branch[], off: readonly Limb[]): Limb[] => {
  const place = (limb: Limb) => branches.findIndex(({ relation }) => relation === limb.relation)
  return off.toSorted((a, b) => place(a) - place(b))
}
