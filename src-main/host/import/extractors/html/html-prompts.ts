import type { Draft } from '#domain/formats/import/joined'

/** What stands before a link to another article, in the languages that most newspapers are in. */
const OTHERS =
  /^(?:read (?:more|next|also)|also read|see also|related(?: (?:story|stories|articles?|coverage|videos?))?|more(?: on this(?: story| topic)?)?|watch|listen|lire aussi|à lire(?: aussi)?|lesen sie(?: auch| mehr)?|lies auch|mehr (?:zum thema|dazu)|auch interessant|siehe auch|le[ae] también|te puede interesar|leggi anche|lees ook|leia (?:também|mais)|veja também|läs (?:också|mer|även)|l[eæ]s også|(?:czytaj|zobacz) (?:też|także|również)|lue myös|čtěte také|přečtěte si|olvassa el|читайте (?:также|еще|ещё)|смотрите также|по теме|ayrıca bkz\.?|διαβάστε (?:ακόμη|επίσης)|اقرأ أيض(?:ا|اً|ًا)|קראו (?:גם|עוד)|関連記事|あわせて読みたい|延伸閱讀|相关阅读|관련 ?기사)\s*[:：>»→|]\s*/iu

/** Longer words behind such a label are no title. */
const TITLE = 120

/**
 * Whether a block is a link to another article, with a label before it that says so. Links whose address is not known are
 * only words; then they are a title, which is no sentence.
 */
export function leadsElsewhere({ text, links = [] }: Draft): boolean {
  const label = OTHERS.exec(text)?.[0].length
  if (label === undefined) return false
  const isLink = links.some(({ start, end }) => start <= label && end >= text.length - 1)
  return isLink || (text.length <= TITLE && !/[.!…。]$/.test(text))
}

/** A heading above a form for a newsletter. */
const LETTER = /\b(?:newsletters?|briefing|inbox|e-?mails?|sign up|subscribe|don[’']t miss)\b/i

export const announcesLetter = (text: string): boolean => text.length <= 80 && LETTER.test(text)

/** A heading above an offer to pay for the rest of an article, or for all of them. */
const OFFER =
  /^(?:(?:subscribe|sign (?:up|in)|log ?in|register|join|become an?|create an account)\b.{0,40}\b(?:read|reading|continue|access|subscriber|member|now)\b.{0,30}|already an? (?:subscriber|member)\?.{0,60}|this (?:article|story|content) is for (?:paying )?(?:subscribers|members).{0,40}|to continue reading\b.{0,60}|il vous reste \d+ ?%.{0,120}|(?:la suite|cet article) est réservée? aux abonnés.{0,60})$/i

export const isOffer = (text: string): boolean => OFFER.test(text)

/** The line about an author at the end: where to follow or write to them. */
const BIOGRAPHY =
  /\b(?:follow|contact|reach|e-?mail|write to) (?:him|her|them|me|us|the author|\p{Lu}\p{L}+)\b.{0,40}(?:@|\b(?:twitter|x|facebook|instagram|linkedin|mastodon|bluesky|threads|e-?mail)\b).{0,60}$/iu

export const isAboutAuthor = (text: string): boolean => text.length <= 500 && BIOGRAPHY.test(text)
