import { describe as group, expect, test } from 'vitest'
import type { AnchorState, Excerpt } from '../records/excerpt'
import { Builder } from '../testing/build'
import { describe } from './describe'
import { digest } from './digest'
import { reanchor, reanchorAll } from './reanchor'

const TEXT = 'It began in spring. Ankara chose the S-400 over the Patriot. It ended in sanctions.'
const QUOTE = 'Ankara chose the S-400 over the Patriot.'
const MOVED = `Years before, it all began. ${TEXT}`
const EDITED = TEXT.replace('chose', 'preferred')
const GONE = 'Nothing of it is left here at all, but it is still as long as what stood there before it went.'

const excerpt: Excerpt = {
  id: 'e',
  claim: 'c',
  source: 's',
  ...describe(TEXT, TEXT.indexOf(QUOTE), TEXT.indexOf(QUOTE) + QUOTE.length)!,
  anchor: 'exact',
}

/** The words at the place of the anchor. */
const words = ({ start, end }: Excerpt, text: string) => text.slice(start, end)

group('P7 an excerpt follows its text from state to state', () => {
  test.each<[string, AnchorState, string]>([
    [MOVED, 'moved', QUOTE],
    [EDITED, 'edited', QUOTE.replace('chose', 'preferred')],
    [`${TEXT} x`, 'exact', QUOTE],
  ])('%s', (text, state, there) => {
    const now = reanchor(excerpt, text)
    expect(now.anchor).toBe(state)
    expect(words(now, text)).toBe(there)
  })

  test('the marked words and their context are never changed to fit the text', () => {
    for (const text of [MOVED, EDITED, GONE, '', `#${TEXT}${TEXT}`]) {
      const { exact, prefix, suffix } = reanchor(excerpt, text)
      expect({ exact, prefix, suffix }).toEqual({
        exact: QUOTE,
        prefix: excerpt.prefix,
        suffix: excerpt.suffix,
      })
    }
  })

  test.each([TEXT, MOVED, EDITED, GONE, `#${TEXT}${TEXT}`, ''])(
    'anchoring again in the same text changes nothing, so a moved excerpt stays in review: %s',
    (text) => {
      const once = reanchor(excerpt, text)
      expect(reanchor(once, text)).toBe(once)
    },
  )

  test('a moved excerpt is searched for again when the text changes again', () => {
    const moved = reanchor(excerpt, MOVED)
    expect(reanchor(moved, GONE).anchor).toBe('lost')
    const further = `And more. ${MOVED}`
    const again = reanchor(moved, further)
    expect([again.anchor, words(again, further)]).toEqual(['moved', QUOTE])
  })

  test('a lost or ambiguous excerpt is exact again when its text is restored', () => {
    for (const text of [GONE, `#${TEXT}${TEXT}`])
      expect(reanchor(reanchor(excerpt, text), TEXT)).toEqual(excerpt)
  })

  test('the state from a comparison holds only for the compared text', () => {
    const lost: Excerpt = { ...excerpt, anchor: 'lost', judgedFor: digest(MOVED) }
    expect(reanchor(lost, MOVED)).toBe(lost)
    expect(reanchor(lost, TEXT).anchor).toBe('exact')
    expect(reanchor({ ...lost, judgedFor: digest(TEXT) }, MOVED).anchor).toBe('moved')
  })

  test('an edited excerpt is lost when the rest of its words disappear', () => {
    expect(reanchor(reanchor(excerpt, EDITED), GONE).anchor).toBe('lost')
  })
})

test('a project with correct excerpts is returned as the same object', () => {
  const builder = new Builder()
  builder.run('claim.fromSelection', {
    source: builder.source(TEXT),
    start: 0,
    end: 9,
    category: 'judgement',
  })
  expect(reanchorAll(builder.project)).toBe(builder.project)
})
