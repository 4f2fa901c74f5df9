import type { Agreement, Measure } from './agreement'

/** What is counted and how, for everybody who reads the figures. */
export const METHOD =
  'The units are the sentences of the articles in which either of you coded something after copying the file. The code of a sentence is the category of the claims that rest on it. α is Krippendorff’s alpha for nominal data, κ is Cohen’s kappa for two coders.'

/** What the screen calls a code. */
export const codeWord = (code: string): string => (code === '' ? 'not coded' : code)

const number = (count: number): string => count.toLocaleString('en')
const figure = (value: number | null): string =>
  value === null ? 'not defined' : value.toFixed(3).replace('-', '−')
const counted = (count: number, noun: string): string => `${number(count)} ${noun}${count === 1 ? '' : 's'}`

const measured = ({ sentences, agreed, alpha, kappa }: Measure): string =>
  `${number(agreed)} of ${counted(sentences, 'sentence')} agree; α ${figure(alpha)}, κ ${figure(kappa)}`

/** The agreement of two coders in sentences. */
export function agreementSentences(agreement: Agreement): string[] {
  const { articles, otherTexts, codedBefore, all, codedByBoth } = agreement
  if (all.sentences === 0)
    return ['The two files have no sentences that were coded apart.', ...leftOut(otherTexts, codedBefore)]
  return [
    `In ${counted(articles, 'article')}: ${measured(all)}.`,
    ...(codedByBoth.sentences > 0 ? [`Of what both coded: ${measured(codedByBoth)}.`] : []),
    ...([all, codedByBoth].some(({ sentences, alpha }) => sentences > 0 && alpha === null)
      ? ['A coefficient is not defined where only one code occurs.']
      : []),
    ...leftOut(otherTexts, codedBefore),
  ]
}

const leftOut = (otherTexts: number, codedBefore: number): string[] => [
  ...(codedBefore > 0
    ? [`Left out: ${counted(codedBefore, 'sentence')} with the same passages in both, coded before the copy.`]
    : []),
  ...(otherTexts > 0 ? [`Left out: ${counted(otherTexts, 'article')} whose texts differ.`] : []),
]
