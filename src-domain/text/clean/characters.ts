import type { Finding } from '../structure/passages'
import { readTexCodes } from './tex-codes'

const LINE_BREAKS = /\r\n?|[\u0085\u2028\u2029\v]/g
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const INVISIBLE = /[\0-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u200b\u2060\ufeff]/g
const LONE_SURROGATES = /\p{Surrogate}/gu
// A soft hyphen inside a line is only a hint. At the end of one it cuts a word, which `joinLines` joins again.
const IDLE_SOFT_HYPHENS = /\u00ad(?![ \t]*(?:\n|$))/g

/**
 * Cleans decoded text: line breaks become `\n` (form feeds stay, since they mark pages) and invisible characters are
 * removed. A lone surrogate becomes U+FFFD, so that the damage stays visible.
 */
export function cleanCharacters(raw: string): { text: string; report: Finding[] } {
  const report: Finding[] = []
  const replace = (text: string, pattern: RegExp, by: string, what: string): string => {
    let count = 0
    const replaced = text.replace(pattern, () => {
      count += 1
      return by
    })
    if (count > 0) report.push({ what, count })
    return replaced
  }
  const marked = raw.startsWith('\ufeff') ? raw.slice(1) : raw
  if (marked !== raw) report.push({ what: 'byte order marks removed', count: 1 })
  const broken = marked.replace(LINE_BREAKS, '\n')
  const decoded = readTexCodes(broken)
  if (decoded.count > 0) report.push({ what: 'TeX codes replaced by letters', count: decoded.count })
  const visible = replace(decoded.text, INVISIBLE, '', 'control characters removed')
  const whole = replace(visible, LONE_SURROGATES, '\ufffd', 'damaged characters shown as \ufffd')
  return { text: replace(whole, IDLE_SOFT_HYPHENS, '', 'soft hyphens removed'), report }
}
