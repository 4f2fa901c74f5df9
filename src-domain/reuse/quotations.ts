import type { TextSpan } from '../text/text-span'

/** The signs that close a quotation, by the one that opens it, in the customs of several languages. */
const CLOSING: Readonly<Record<string, string>> = {
  '“': '”"',
  '„': '“”"',
  '‟': '”',
  '«': '»',
  '»': '«',
  '"': '"',
  '「': '」',
  '『': '』',
}

/** A quotation in a text, without its marks. */
interface Quotation extends TextSpan {
  /** The words around it in its paragraph, up to other quotations. */
  readonly before: string
  readonly after: string
}

/** The quotation of a text that most of a span is in; undefined if most of it is in none. */
export function quotationAround(text: string, { start, end }: TextSpan): Quotation | undefined {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const next = text.indexOf('\n', end)
  const to = next < 0 ? text.length : next
  const quotations = quotationsIn(text, from, to)
  const shared = (each: TextSpan) => Math.min(each.end, end) - Math.max(each.start, start)
  const inQuotations = quotations.map(shared).filter((length) => length > 0)
  if (2 * inQuotations.reduce((sum, length) => sum + length, 0) < end - start) return undefined
  const at = quotations.findIndex((each) => shared(each) === Math.max(...inQuotations))
  const quotation = quotations[at]
  if (!quotation) return undefined
  return {
    ...quotation,
    before: text.slice((quotations[at - 1]?.end ?? from - 1) + 1, Math.max(from, quotation.start - 1)),
    after: text.slice(quotation.end + 1, quotations[at + 1] ? quotations[at + 1]!.start - 1 : to),
  }
}

/** The quotations between two offsets. One that is not closed goes on to the end of its paragraph. */
function quotationsIn(text: string, from: number, to: number): TextSpan[] {
  const found: TextSpan[] = []
  let [opened, closing] = [-1, '']
  for (let at = from; at < to; at++) {
    const sign = text[at]!
    if (opened >= 0) {
      if (!closing.includes(sign) && sign !== '\n') continue
      found.push({ start: opened, end: at })
      opened = -1
    } else if (CLOSING[sign]) [opened, closing] = [at + 1, CLOSING[sign]]
  }
  if (opened >= 0) found.push({ start: opened, end: to })
  return found
}
