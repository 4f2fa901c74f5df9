import { expect, test } from 'vitest'
import { changeFlags } from './change-flags'
import { inSentence, whole } from './sentence-at'
import { wordEdits } from './word-edits'

test.each<[string, string, string, object[]]>([
  ['a word', 'Ankara bought it', 'Ankara purchased it', []],
  [
    'a sum',
    'worth 12 billion',
    'worth 12 million',
    [{ kind: 'numbers', before: ['billion'], after: ['million'] }],
  ],
  ['a share', 'by 5% in all', 'by 7% in all', [{ kind: 'numbers', before: ['5%'], after: ['7%'] }]],
  [
    'numbers that changed places',
    'from 2 to 3',
    'from 3 to 2',
    [{ kind: 'numbers', before: ['2', '3'], after: ['3', '2'] }],
  ],
  [
    'a negation',
    'It was signed.',
    'It was never signed.',
    [{ kind: 'negation', before: [], after: ['never'] }],
  ],
  ['a short negation', 'It is so', 'It isn’t so', [{ kind: 'negation', before: [], after: ["isn't"] }]],
  ['a denial', 'He admitted it', 'He denied it', [{ kind: 'negation', before: [], after: ['denied'] }]],
  ['certainty', 'It will fail', 'It might fail', [{ kind: 'modal', before: ['will'], after: ['might'] }]],
  [
    'likelihood',
    'This is likely',
    'This is unlikely',
    [{ kind: 'modal', before: ['likely'], after: ['unlikely'] }],
  ],
  ['a month', 'in April 2019', 'in May 2019', []],
  [
    'certainty after a designation',
    'The S-400 may reach Syria.',
    'The S-400 will reach Syria.',
    [{ kind: 'modal', before: ['may'], after: ['will'] }],
  ],
  [
    'certainty that is dropped after a designation',
    'Ankara’s F-35 may never fly.',
    'Ankara’s F-35 never flew.',
    [{ kind: 'modal', before: ['may'], after: [] }],
  ],
  [
    'certainty after a count',
    'Of the 20 crews, 12 may leave.',
    'Of the 20 crews, 12 must leave.',
    [{ kind: 'modal', before: ['may'], after: ['must'] }],
  ],
  [
    'certainty before a count',
    'The deal may 3 times be renewed.',
    'The deal can 3 times be renewed.',
    [{ kind: 'modal', before: ['may'], after: ['can'] }],
  ],
  ['a day of a month', 'on 5 April, in Sochi', 'on 5 May, in Sochi', []],
  ['a day of a month, American', 'on April 5, in Sochi', 'on May 5, in Sochi', []],
  ['a day with an ending', 'by the 9th April parade', 'by the 9th May parade', []],
  ['a month alone', 'The talks of April failed.', 'The talks of May failed.', []],
  ['a month that begins a sentence', 'It failed. April saw more.', 'It failed. May saw more.', []],
  ['a name', 'Theresa Villiers signed it.', 'Theresa May signed it.', []],
  ['a name with a possessive', 'It was Villiers’s idea.', 'It was May’s idea.', []],
  ['a first name', 'as George Smith wrote', 'as George Will wrote', []],
  ['a Turkish name', 'the editor Ali Dündar fled', 'the editor Can Dündar fled', []],
  [
    'a wish that begins a sentence',
    'May the deal hold.',
    'The deal holds.',
    [{ kind: 'modal', before: ['may'], after: [] }],
  ],
  [
    'certainty in a title',
    'Ankara May Activate Russian Missiles Soon',
    'Ankara Must Activate Russian Missiles Soon',
    [{ kind: 'modal', before: ['may'], after: ['must'] }],
  ],
  [
    'a designation',
    'They bought the S-300.',
    'They bought the S-400.',
    [{ kind: 'numbers', before: ['s-300'], after: ['s-400'] }],
  ],
  [
    'a designation without a hyphen',
    'at the G7 in June',
    'at the G20 in June',
    [{ kind: 'numbers', before: ['g7'], after: ['g20'] }],
  ],
  ['the sign of a number', 'in number 5, the annex', 'in No. 5, the annex', []],
  ['a month in German', 'im April 2019', 'im Mai 2019', []],
  ['a month in French', 'le 3 avril 2019', 'le 3 mai 2019', []],
  [
    'a negation in Italian',
    'Non lo ha detto mai.',
    'Non lo ha detto.',
    [{ kind: 'negation', before: ['mai'], after: [] }],
  ],
  [
    'both',
    'It can',
    'It cannot',
    [{ kind: 'negation' }, { kind: 'modal', before: ['can'], after: ['cannot'] }],
  ],
])('a change of %s is told for what it is', (_case, before, after, flags) => {
  expect(changeFlags(before, after)).toMatchObject(flags)
  expect(changeFlags(before, after)).toHaveLength(flags.length)
  expect(changeFlags(before, before)).toEqual([])
})

test.each([
  ['German', 'Ankara wird zahlen', 'Ankara wird nicht zahlen', 'negation'],
  ['German', 'Das ist wahrscheinlich', 'Das ist möglich', 'modal'],
  ['French', 'Il a payé', 'Il n’a jamais payé', 'negation'],
  ['French', 'Ankara doit choisir', 'Ankara pourrait choisir', 'modal'],
  ['French', 'Il peut payer', 'Il paiera peut-être', 'modal'],
  ['Spanish', 'Turquía puede elegir', 'Turquía debe elegir', 'modal'],
  ['Italian', 'due miliardi', 'due milioni', 'numbers'],
  ['Dutch', 'Het is betaald', 'Het is niet betaald', 'negation'],
  ['Polish', 'Turcja musi wybrać', 'Turcja może wybrać', 'modal'],
  ['Russian', 'Турция купит комплекс', 'Турция не купит комплекс', 'negation'],
  ['Russian', 'Это возможно', 'Это вероятно', 'modal'],
  ['Ukrainian', 'два мільярди', 'два мільйони', 'numbers'],
  ['Turkish', 'Bu doğru', 'Bu doğru değil', 'negation'],
])('a change of %s is flagged: %s, %s', (_language, before, after, kind) => {
  expect(changeFlags(before, after)).toMatchObject([{ kind }])
})

test('a word is not found within another, in any script', () => {
  expect(changeFlags('Schiene und Nichte', 'Schiene und Neffe')).toEqual([])
  expect(changeFlags('небо над ним', 'над ним')).toEqual([])
  expect(changeFlags('à Noël, excepté lui', 'à Pâques, avec lui')).toEqual([])
  expect(changeFlags('der Sicherheitsrat', 'der Rat')).toEqual([])
})

test('another spelling of a negation is not a change', () => {
  expect(changeFlags('Il ne va pas', 'Il n’ira pas')).toEqual([])
})

test('edits consist of whole words and numbers', () => {
  expect(wordEdits('It cost 2.5 billion, they said', 'It cost 2.1 billion, she said')).toEqual([
    { kind: 'same', text: 'It cost ' },
    { kind: 'removed', text: '2.5' },
    { kind: 'added', text: '2.1' },
    { kind: 'same', text: ' billion, ' },
    { kind: 'removed', text: 'they' },
    { kind: 'added', text: 'she' },
    { kind: 'same', text: ' said' },
  ])
})

test.each([
  ['in the middle', 'One. Two three four. Five.', 'three', 'Two three four.'],
  ['at the end of its sentence', 'One. Two three. Five.', 'three.', 'Two three.'],
  ['over two sentences', 'One. Two three. Five six. Seven.', 'three. Five', 'Two three. Five six.'],
  ['in its paragraph', 'A heading\n\nTwo three four\n\nFive.', 'three', 'Two three four'],
  [
    'beside an abbreviation',
    'So Dr. Smith of the U.S. side said. No.',
    'Smith',
    'So Dr. Smith of the U.S. side said.',
  ],
])('a passage is shown in its sentence: %s', (_case, text, words, sentence) => {
  const start = text.indexOf(words)
  const found = inSentence(text, start, start + words.length)
  expect(whole(found)).toBe(sentence)
  expect(found.words).toBe(words)
})
