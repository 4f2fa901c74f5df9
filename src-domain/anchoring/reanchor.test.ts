import { describe as group, expect, test } from 'vitest'
import type { AnchorState, Excerpt } from '../records/excerpt'
import { Builder } from '../testing/build'
import { describe } from './describe'
import { digest } from './digest'
import { hasUnsearched, reanchor, reanchorAll, searchable } from './reanchor'

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

group('many passages that are not at their place', () => {
  /** Texts and quotes of one letter, in which a plain search takes time by the product of their lengths. */
  const LONG = 'a'.repeat(60_000)
  const PASSAGES = 40

  function lostProject(quoteOf: (number: number) => string) {
    const builder = new Builder()
    const source = builder.source(LONG)
    for (let number = 0; number < PASSAGES; number++)
      builder.run('claim.fromSelection', { source, start: number, end: number + 9, category: 'judgement' })
    const excerpts = [...builder.project.excerpts.values()].map((excerpt, number) => {
      const exact = quoteOf(number)
      return [excerpt.id, { ...excerpt, start: 0, end: exact.length, exact }] as const
    })
    return { ...builder.project, excerpts: new Map(excerpts) }
  }

  test('are searched for with a limited effort, and the rest can be searched for later', () => {
    const project = lostProject((number) =>
      number === PASSAGES - 1 ? 'a'.repeat(9) : `${'a'.repeat(1500)}b`,
    )
    const opened = reanchorAll({
      ...project,
      excerpts: new Map(
        [...project.excerpts].map(([id, each]) => [id, { ...each, start: 70_000, end: 70_009 }]),
      ),
    })
    expect([...opened.excerpts.values()].map(({ anchor }) => anchor)).toEqual(
      Array.from({ length: PASSAGES }, () => 'lost'),
    )
    expect(hasUnsearched(opened)).toBe(true)
    expect(searchable(opened)).toHaveLength(PASSAGES)
    const last = [...opened.excerpts.values()].at(-1)!
    expect(reanchor(last, LONG).anchor).toBe('ambiguous')
  })

  test('that are searched for to the end are not searched for again', () => {
    const few = reanchorAll(lostProject((number) => `nowhere ${number}`))
    expect([...few.excerpts.values()].every(({ anchor }) => anchor === 'lost')).toBe(true)
    expect(hasUnsearched(few)).toBe(false)
  })
})
