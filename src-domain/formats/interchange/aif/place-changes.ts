import { isObject } from '../../../records/record'
import type { Correspondences } from '../correspondence'
import type { AifChanges } from './aif-changes'
import { type AifFile } from './aif-file'
import { idOf, numberIn } from '../json-fields'

type Raw = Record<string, unknown>

/** What changed in the positions that a save of OVA3 has beside its AIF. Other dialects have none to change. */
export class PlaceChanges {
  readonly #moved = new Map<string, { x: number; y: number }>()
  readonly #added: Raw[] = []

  constructor(
    records: Correspondences,
    private readonly file: AifFile,
    private readonly changes: AifChanges,
  ) {
    if (file.dialect !== 'ova3') return
    for (const { id, then, now } of records.of('placements')) {
      if (now && (now.x !== then.x || now.y !== then.y)) this.#moved.set(id, { x: now.x, y: now.y })
    }
    for (const { claim, x, y } of records.added('placements')) {
      const nodeID = changes.nodeOf(claim)
      if (nodeID !== undefined) this.#added.push({ nodeID, visible: true, x, y, timestamp: '' })
    }
  }

  get any(): boolean {
    return this.#moved.size > 0 || this.#added.length > 0
  }

  /** The part of the save with the positions, with the changes; nothing for other dialects. */
  lists(): Raw {
    const ova = this.file.whole['OVA']
    if (this.file.dialect !== 'ova3' || !isObject(ova)) return {}
    const given = Array.isArray(ova['nodes']) ? (ova['nodes'] as unknown[]) : []
    const seen = new Set<string>()
    const nodes = given.flatMap((raw) => {
      if (!isObject(raw)) return [raw]
      const id = idOf(raw['nodeID'])
      seen.add(id)
      if (this.changes.isRemoved(id)) return []
      const place = this.#moved.get(id)
      return [place ? { ...raw, x: likewise(raw['x'], place.x), y: likewise(raw['y'], place.y) } : raw]
    })
    const unseen = [...this.#moved]
      .filter(([id]) => !seen.has(id) && !this.changes.isRemoved(id))
      .map(([nodeID, place]): Raw => ({ nodeID, visible: true, ...place, timestamp: '' }))
    return { OVA: { ...ova, nodes: [...nodes, ...unseen, ...this.#added] } }
  }
}

/** A coordinate as the file writes it: as words where it had words; the same if only the rounding differs. */
const likewise = (before: unknown, now: number): unknown => {
  if (Math.round(numberIn(before) ?? NaN) === now) return before
  return typeof before === 'string' ? String(now) : now
}
