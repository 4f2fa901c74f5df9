import type { Line } from '../lines/lines'
import { endsSentence } from '../sentences/sentences'
import { listMarker } from './lists'
import type { SetAside } from './page-furniture'
import { BOILERPLATE } from './thresholds'

const LEFTOVER = 'web page element'
const OTHER_ARTICLES = 'link to another article'

/** Prompts, counts and notices. Each pattern matches a whole line. */
const PLAIN_LEFTOVERS = [
  /^comments?(?: \(\d+\)|: \d+)?$/i,
  /^\d+ (?:comments?|replies|shares?|likes?|views|reactions)$/i,
  /^(?:join|sign in|log in|login|register|subscribe)\b.{0,60}\b(?:participate|comment|comments|discussion|conversation)\.?$/i,
  /^(?:leave|post|add|write) a (?:comment|reply)\.?$/i,
  /^(?:show|view|load|see|hide|read) (?:all |more )?(?:\d+ )?comments\.?$/i,
  /^(?:share|tweet|pin|post|follow|like|find)(?: (?:this|us|me|it))?(?: (?:article|story|post|page))?(?: (?:on|via|with|by|to) .{1,40})\.?$/i,
  /^share (?:this|the)(?: (?:article|story|post|page))?:?$/i,
  /^(?:sign up|subscribe|register)\b.{0,100}\b(?:newsletters?|e-?mails?|inbox|updates|alerts|briefing)\b.{0,40}$/i,
  /^(?:get|receive)\b.{0,80}\b(?:newsletters?|inbox)\b.{0,40}$/i,
  /^(?:subscribe|sign up|log in|sign in)(?: (?:now|here|today|for free))?[.!]?$/i,
  /^(?:advertisement|sponsored(?: content)?|promoted(?: content)?|story continues below(?: advertisement)?)\.?$/i,
  /^(?:anzeige|werbung|publicité|publicidad|publicidade|pubblicità|advertentie|annons|annonse|reklama|реклама|mainos|διαφήμιση|広告|广告|廣告|광고|إعلان|פרסומת)$/iu,
  /^(?:suivez[- ]nous|folgen sie uns|folge uns|s[íi]guenos|siga-nos|seguici|volg ons|följ oss|følg oss|подписывайтесь|следите за)(?!\p{L}).{0,100}$/iu,
  /^by (?:signing up|subscribing|clicking|entering|submitting|providing)\b.{0,100}\b(?:terms|privacy|agree|consent)\b.{0,60}$/i,
  // The length of a recording.
  /^\d{1,2}:\d{2}(?::\d{2})?$/,
  /^(?:skip to (?:main )?content|back to (?:the )?top|scroll to continue|continue reading|click here to .{1,60})\.?$/i,
  /^(?:read|listen to|save|print|download)(?: (?:more|this|the))?(?: (?:article|story|pdf|page))?$/i,
  /^(?:read (?:more|next|also)|see also|watch|video):\s.{1,120}$/i,
  // A sentence about copyright is none of these.
  /^(?:©|\(c\) ?(?:by )?[\p{Lu}\d]|copyright(?: (?:©|\(c\)|by|(?:19|20)\d\d)|:|,)).{0,140}$/iu,
  /^copyright [^.!?]{1,40}$/i,
  /^.{0,60}\ball rights reserved\.?$/i,
  /^(?:tags|filed under|topics|categories):\s.{1,140}$/i,
  /^(?:we use|this (?:web)?site uses) cookies\b.{0,120}$/i,
  /^your e-?mail address will not be published\b.{0,80}$/i,
  /^\d+ min(?:ute)?s? read$/i,
]

/** Headings of lists of other articles. */
const TEASERS =
  /^(?:you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|related (?:articles?|posts?|stories|content|news|topics|reading)|more (?:from|on|in|like) .{1,60}|recommended(?: for you| reading| stories)?|(?:most|more) (?:read|popular|viewed|stories|news)|trending(?: now)?|read next|up next|(?:previous|next) (?:article|post|story)|don[’']t miss)[:.]?$/i

/** Labels of buttons. They are common words, so only two in a row count. */
const BUTTONS =
  /^(?:share|tweet|facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|instagram|e-?mail|print|copy link|save|bookmark|like|follow|menu|search|home|download|pdf|listen)$/i

/** Whether a whole paragraph of a web page is a prompt, a count or a notice, and no words of the article. */
export const isWebLeftover = (text: string): boolean =>
  text.length <= BOILERPLATE.longest && PLAIN_LEFTOVERS.some((pattern) => pattern.test(text))

/** Whether a heading announces other articles. */
export const announcesOthers = (text: string): boolean => TEASERS.test(text)

/** Finds what a web page shows around an article: prompts, buttons, comment counts, lists of other articles. */
export function findWebBoilerplate(lines: readonly Line[]): SetAside {
  const found: SetAside = new Map()
  let inTeasers = false
  lines.forEach((line, index) => {
    // A list item never begins a list of other articles, but may be part of one.
    if (isLong(line)) inTeasers = false
    else if (!listMarker(line.text) && TEASERS.test(line.text) && endsTheText(lines, index)) inTeasers = true
    if (inTeasers) found.set(line, OTHER_ARTICLES)
    else if (isLeftover(lines, index)) found.set(line, LEFTOVER)
  })
  return found
}

const isLong = ({ text }: Line): boolean => text.length > BOILERPLATE.longest

function isLeftover(lines: readonly Line[], index: number): boolean {
  const line = lines[index] as Line
  if (isLong(line) || listMarker(line.text)) return false
  if (isWebLeftover(line.text) && standsAlone(lines, index)) return true
  return BUTTONS.test(line.text) && (isButton(lines[index - 1]) || isButton(lines[index + 1]))
}

const isButton = (line: Line | undefined): boolean =>
  line !== undefined && line.text.length <= BOILERPLATE.longestButton && BUTTONS.test(line.text)

/** Only a few lines follow, none of them long enough to be a paragraph of the article. */
const endsTheText = (lines: readonly Line[], index: number): boolean =>
  lines.length - index <= BOILERPLATE.longestTeasers && !lines.slice(index).some(isLong)

/** The line is no part of a wrapped paragraph that happens to read like a prompt. */
function standsAlone(lines: readonly Line[], index: number): boolean {
  const [line, previous, next] = [lines[index] as Line, lines[index - 1], lines[index + 1]]
  const opens =
    !previous ||
    line.blanks > 0 ||
    endsSentence(previous.text) ||
    previous.text.length <= BOILERPLATE.longestUnwrapped
  return opens && !(next && next.blanks === 0 && /^\p{Ll}/u.test(next.text))
}
