import { firstUnits } from '../../anchoring/pairs'
import type { IncomingClaim } from './incoming'
import type { LossList } from './loss-list'

const WORDING_LIMIT = 20_000
const NOTE_LIMIT = 200_000
const TAG_LIMIT = 100

/**
 * The wording and the note of a claim. A wording that is too long ends in “…” and is whole in the note, unless it is that
 * of its passage; an empty one becomes “…”.
 */
export function wordingOf(
  { id, text, note = '', isPassage = false }: Pick<IncomingClaim, 'id' | 'text' | 'note' | 'isPassage'>,
  losses: LossList,
): { text: string; note: string } {
  const whole = text.trim() === '' ? '…' : text
  if (whole === '…' && text !== '…')
    losses.name('wording:empty', id, 'Claims without words, which became “…”')
  const isLong = whole.length > WORDING_LIMIT
  if (isLong)
    losses.name(
      'wording:long',
      id,
      `Wordings over 20,000 characters: the rest is in the ${isPassage ? 'passage' : 'note'}`,
    )
  const notes = [note, isLong && !isPassage ? whole : ''].filter(Boolean).join('\n\n')
  if (notes.length > NOTE_LIMIT) losses.name('note:long', id, 'Notes over 200,000 characters, which were cut')
  return {
    text: isLong ? `${firstUnits(whole, WORDING_LIMIT - 1)}…` : whole,
    note: firstUnits(notes, NOTE_LIMIT),
  }
}

/** The tags of a claim, each once. A tag that is too long is cut. */
export function tagsOf({ id, tags = [] }: Pick<IncomingClaim, 'id' | 'tags'>, losses: LossList): string[] {
  const clean = tags.filter((tag) => tag.trim() !== '')
  if (clean.some((tag) => tag.length > TAG_LIMIT))
    losses.name('tag:long', id, 'Tags over 100 characters, which were cut')
  return [...new Set(clean.map((tag) => firstUnits(tag, TAG_LIMIT)))]
}

const TIME = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/

/** A time as UTC; one without a zone is UTC. Undefined for what is not a time. */
export function utcTime(text: string | undefined): string | undefined {
  const found = TIME.exec(text?.trim() ?? '')
  if (!found) return undefined
  const [, year, month, day, hour, minute, second = '00', zone = 'Z'] = found
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}${zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`
  const time = new Date(iso)
  return Number.isNaN(time.getTime()) || time.getUTCFullYear() > 9999 ? undefined : time.toISOString()
}
