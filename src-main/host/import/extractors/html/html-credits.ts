import { dateOf } from '../dates'

/** UTF-16 units. A longer line is no line of authors and no date. */
const LONGEST = 120

const NAME = String.raw`\p{Lu}[\p{L}\p{M}.’'-]*`
/** The line of authors: `By` and names, each with a capital. */
const BYLINE = new RegExp(
  String.raw`^(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa]v|[Aa]f|[Aa]utor(?:a|in)?:|[Tt]ext:|Автор:|[Ww]ritten by|[Pp]osted by):?\s+${NAME}(?:[ ,&]+(?:(?:and|und|et|y|e|en|och|и) )?${NAME}){0,8}$`,
  'u',
)
const WHEN =
  'updated|published|posted|modified|publié|mis à jour|modifié|veröffentlicht|aktualisiert|erschienen|stand|publicado|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt|publicerad|uppdaterad|publisert|oppdatert|opublikowano|aktualizacja|опубликовано|обновлено|yayınlanma|güncelleme'
const STAMP = new RegExp(
  String.raw`^(?=.*(?:\d|ago))(?:(?:first |last )?(?:${WHEN})(?!\p{L})|\d{1,3} (?:seconds?|minutes?|hours?|days?|weeks?) ago\b).{0,50}(?<!\.)$`,
  'iu',
)
const READING =
  /^(?:\d{1,3}[ -]?min(?:ute)?s?\.?(?: (?:read|lesezeit|de lecture|de lectura|di lettura|leestijd))?|(?:reading time|lesedauer|lesezeit|temps de lecture|tiempo de lectura|tempo de leitura|tempo di lettura|leestijd|lästid)\s?:?.{1,20})$/i
/** How many readers liked or read a page, as pages shorten large numbers. */
const COUNT = /^\d{1,3}(?:[.,]\d)?[KM]$/

const isDate = (text: string, language: string): boolean =>
  ['en', language].some((each) => /^\d{4}-\d{2}/.test(dateOf(text, each)))

/** Whether a line says who wrote an article, when, or how long it takes to read, and nothing else. */
export function isCredit(text: string, language: string): boolean {
  if (text.length > LONGEST) return false
  if (COUNT.test(text)) return true
  return text
    .split(/\s*[|·•]\s*|\s+[–—-]\s+/)
    .every(
      (part) =>
        isByline(part) ||
        STAMP.test(part) ||
        READING.test(part) ||
        /^@\w+$/.test(part) ||
        isDate(part, language),
    )
}

export const isByline = (text: string): boolean => BYLINE.test(text)
