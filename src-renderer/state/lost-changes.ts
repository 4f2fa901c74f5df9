import { firstUnits } from '#domain/anchoring/pairs'
import type { Change } from '#domain/document/patch'
import { visibleName } from '#domain/safety/visible-name'
import type { TableName } from '#domain/records/registry'
import type { Lost } from './document/session.svelte'

/** Each table's record, as users call it, and its fields with words that users write. */
const WRITTEN: Record<TableName | 'about', { readonly what: string; readonly fields: readonly string[] }> = {
  about: { what: 'the project', fields: ['title'] },
  categories: { what: 'a category', fields: ['name', 'definition'] },
  sources: { what: 'an article', fields: ['title', 'publisher', 'url', 'kind'] },
  claims: { what: 'a claim', fields: ['text', 'note'] },
  excerpts: { what: 'a passage', fields: [] },
  relations: { what: 'a relation', fields: ['note', 'warrant'] },
  maps: { what: 'a map', fields: ['name', 'caveat'] },
  groups: { what: 'a group', fields: ['title'] },
  placements: { what: 'a card', fields: [] },
  matrices: { what: 'a matrix', fields: ['title', 'question', 'note'] },
  rows: { what: 'a row of a matrix', fields: ['note'] },
  cells: { what: 'a rating', fields: ['note'] },
  scenarios: { what: 'a scenario', fields: ['name', 'note'] },
  ties: { what: 'a decision about two sources', fields: ['reason'] },
  disagreements: { what: 'a decision between two versions', fields: [] },
  origins: { what: 'an imported file', fields: [] },
}

/** UTF-16 units of the user's words that a message shows. */
const SHOWN = 2000

/** Says which changes of this window could not be kept, with the words that the user wrote in them. */
export function wordsOfLost({ patches }: Lost): string {
  const changes = patches.flat()
  const things = [...new Set(changes.map(({ table }) => WRITTEN[table].what))]
  const listed = things.length > 1 ? `${things.slice(0, -1).join(', ')} and ${things.at(-1)}` : things[0]
  const said = `Another window has changed the same at the same time, so your change of ${listed} was not saved.`
  const words = [...new Set(changes.flatMap(writtenIn))]
  return words.length > 0 ? `${said} You wrote: ${words.map((each) => `“${each}”`).join(', ')}` : said
}

function writtenIn({ table, from, to }: Change): string[] {
  if (!to) return []
  const [before, after] = [from, to] as (Readonly<Record<string, unknown>> | null)[]
  return WRITTEN[table].fields.flatMap((field) => {
    const words = after?.[field]
    if (typeof words !== 'string' || words.trim() === '' || words === before?.[field]) return []
    return visibleName(firstUnits(words, SHOWN))
  })
}
