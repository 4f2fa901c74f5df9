import { describe, expect, test } from 'vitest'
import { carryOver } from './carry-over'
import { carry, marked, NEWS, OLD, QUOTE, TEXT } from './testing/carried'

describe('P7 an excerpt is carried over as ambiguous, with where its words stand', () => {
  test('if its paragraph is gone and its few words occur in others', () => {
    const now = [TEXT[0], TEXT[2], 'Nobody knew of the deal. Some denied the deal.'].join('\n\n')
    const first = now.indexOf('the deal')
    expect(carry('the deal', now)).toMatchObject({
      state: 'ambiguous',
      start: OLD.indexOf('the deal'),
      candidates: [first, now.lastIndexOf('the deal')],
    })
  })

  test('if its sentence was removed and occurs twice among other neighbours', () => {
    const others = [`So they said: ${QUOTE} ${NEWS}`, `And again: ${QUOTE} ${NEWS}`]
    const now = [TEXT[0], TEXT[1]!.replace(`${QUOTE} `, ''), TEXT[2], TEXT[3], ...others].join('\n\n')
    expect(carry(QUOTE, now)).toMatchObject({
      state: 'ambiguous',
      candidates: [now.indexOf(QUOTE), now.lastIndexOf(QUOTE)],
    })
  })
})

describe('P7 a short quote that is found at one other place', () => {
  // Twenty-four units of context agree at the similar place: no more than in any sentence on the subject.
  const old = `${TEXT[0]}\n\nMany officials thought that the deal was a grave mistake of theirs.\n\n${TEXT[3]}`
  const lookAlike = 'Nobody at all would say if they thought that the deal was a good thing.'

  test('is not matched if only a few words beside it agree', () => {
    const now = [TEXT[0], TEXT[3], NEWS, lookAlike].join('\n\n')
    expect(carryOver(old, now, [marked(old, 'the deal')])[0]).toMatchObject({
      state: 'ambiguous',
      candidates: [now.indexOf('the deal')],
    })
  })

  test('is matched if its sentence moved too', () => {
    const sentence = 'Many officials thought that the deal was a grave mistake of theirs.'
    const now = [TEXT[0], TEXT[3], NEWS, sentence].join('\n\n')
    expect(carryOver(old, now, [marked(old, 'the deal')])[0]).toMatchObject({
      state: 'moved',
      start: now.indexOf('the deal'),
    })
  })
})

describe('P7 an excerpt is carried over as lost, where it stood', () => {
  test.each<[string, string, string]>([
    ['when its paragraph went', [TEXT[0], TEXT[2], TEXT[3]].join('\n\n'), QUOTE],
    [
      'when it went and a look-alike stands elsewhere',
      [TEXT[0], TEXT[2], TEXT[3], NEWS, QUOTE.replace('may', 'might')].join('\n\n'),
      QUOTE,
    ],
    [
      'when it went and a look-alike stands two sentences on',
      OLD.replace(`${QUOTE} `, '').replace(
        'a mistake.',
        `a mistake. Nothing followed. ${QUOTE.replace('may impose', 'could impose')}`,
      ),
      QUOTE,
    ],
    [
      'when it went, its neighbours were edited and a look-alike stands two sentences on',
      OLD.replace(`${QUOTE} `, '')
        .replace(
          'Officials said that the deal was a mistake.',
          `Some officials said the deal was a grave mistake. Nothing followed. ${QUOTE.replace('may', 'could')}`,
        )
        .replace('The contract was worth', 'The contract cost'),
      QUOTE,
    ],
    [
      'when another sentence stands between its neighbours',
      OLD.replace(QUOTE, 'Nobody in the capital would comment on any of it.'),
      QUOTE,
    ],
    ['when nothing of the text is left', NEWS, QUOTE],
    ['when there is no text', '', QUOTE],
  ])('%s', (_case, now, exact) => {
    const { state, start, end } = carry(exact, now)
    expect({ state, start, end }).toEqual({
      state: 'lost',
      start: OLD.indexOf(exact),
      end: OLD.indexOf(exact) + exact.length,
    })
  })

  test('if the same words also occur where they always were', () => {
    const twice = `${OLD}\n\n${NEWS}\n\nOnce more: ${QUOTE}`
    const now = twice.replace(`${QUOTE} `, '')
    expect(carryOver(twice, now, [marked(twice, QUOTE)])[0]).toMatchObject({ state: 'lost' })
  })
})
