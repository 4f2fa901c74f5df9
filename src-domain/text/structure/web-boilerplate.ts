import type { SetAside } from './page-furniture'
import type { Line } from '../lines/lines'
import { listMarker } from './lists'
import { endsSentence } from '../sentences/sentences'

const LONGEST = 160
const REASON = 'left over from a web page'

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
  /^(?:skip to (?:main )?content|back to (?:the )?top|scroll to continue|continue reading|click here to .{1,60})\.?$/i,
  /^(?:read|listen to|save|print|download)(?: (?:more|this|the))?(?: (?:article|story|pdf|page))?$/i,
  /^(?:read (?:more|next|also)|see also|watch):\s.{1,120}$/i,
  /^(?:©|\(c\)|copyright\b).{0,140}$/i,
  /^.{0,60}\ball rights reserved\.?$/i,
  /^(?:tags|filed under|topics|categories):\s.{1,140}$/i,
  /^(?:we use|this (?:web)?site uses) cookies\b.{0,120}$/i,
  /^your e-?mail address will not be published\b.{0,80}$/i,
  /^\d+ min(?:ute)?s? read$/i,
]

/** After one of these only other articles' titles follow. */
const TEASERS =
  /^(?:you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|related (?:articles?|posts?|stories|content|news|topics|reading)|more (?:from|on|in|like) .{1,60}|recommended(?: for you| reading| stories)?|(?:most|more) (?:read|popular|viewed|stories|news)|trending(?: now)?|read next|up next|(?:previous|next) (?:article|post|story)|don[’']t miss)[:.]?$/i

/** Too common as words to count for anything alone; two together are a bar of buttons. */
const BUTTONS =
  /^(?:share|tweet|facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|instagram|e-?mail|print|copy link|save|bookmark|like|follow|menu|search|home|download|pdf|listen)$/i

/** Finds what a web page carries around an article: prompts, share buttons, comment counts, lists of other articles. */
export function findWebBoilerplate(lines: readonly Line[]): SetAside {
  const found: SetAside = new Map()
  let inTeasers = false
  lines.forEach((line, index) => {
    const { text } = line
    if (text.length > LONGEST || listMarker(text)) {
      inTeasers = inTeasers && text.length <= LONGEST
      if (inTeasers) found.set(line, 'points to other articles')
      return
    }
    if (TEASERS.test(text) && endsTheText(lines, index)) inTeasers = true
    if (inTeasers) found.set(line, 'points to other articles')
    else if (PLAIN_LEFTOVERS.some((pattern) => pattern.test(text)) && standsAlone(lines, index))
      found.set(line, REASON)
    else if (
      BUTTONS.test(text) &&
      [lines[index - 1], lines[index + 1]].some((other) => other && isButton(other))
    )
      found.set(line, REASON)
  })
  return found
}

const isButton = (line: Line): boolean => line.text.length < 20 && BUTTONS.test(line.text)

/** From here on nothing is long enough to be a paragraph of the article. */
function endsTheText(lines: readonly Line[], index: number): boolean {
  return (
    lines.slice(index, index + 60).every((line) => line.text.length <= LONGEST) && lines.length - index <= 60
  )
}

/** Not a line of a wrapped paragraph that happens to read like a prompt. */
function standsAlone(lines: readonly Line[], index: number): boolean {
  const line = lines[index]
  const previous = lines[index - 1]
  const next = lines[index + 1]
  const opens =
    !previous || !line || line.blanks > 0 || endsSentence(previous.text) || previous.text.length <= 40
  return opens && !(next && next.blanks === 0 && /^\p{Ll}/u.test(next.text))
}
