import { lazily } from '../collections/lazily'
import type { Comparison } from './analysts'
import type { Findings, OtherLeaders, Overtaking } from './findings'
import type { LinchpinRow } from './linchpins'
import type { ShownMatrix } from './matrix-of'
import type { MatrixNames } from './names'

/** What studies found about matrices, shown in the matrix and in reports. */
export const ABOUT_MATRICES =
  'The matrix orders evidence; it does not measure probability. In controlled studies ACH did not make judgements more accurate or coherent (Mandel, Karvetski and Dhami 2018; Dhami, Belton and Mandel 2019; Karvetski and Mandel 2020). Use it to see what separates the hypotheses, and what the answer hangs on.'

/** How the matrix counts. */
export const HOW_MATRICES_COUNT =
  'I counts 1 against a hypothesis and II counts 2; CC, C, N, NA and blank count nothing. With weights, low credibility or relevance counts √½ of that and high √2 times as much (PARC ACH 2). A row counts while the map carries its evidence.'

const and = lazily(() => new Intl.ListFormat('en-GB', { type: 'conjunction' }))

const named = (ids: readonly string[], names: ReadonlyMap<string, string>): string =>
  and().format(ids.map((id) => names.get(id) ?? '?'))

const lead = (ids: readonly string[], names: MatrixNames, still = ''): string =>
  `${named(ids, names.hypothesis)} ${still}${ids.length === 1 ? 'leads' : 'lead'}`

/** The counts of what speaks against a hypothesis: “2 I, 1 II”. */
export function against({ counts }: Pick<ShownMatrix, 'counts'>, hypothesis: string): string {
  const { I = 0, II = 0 } = counts[hypothesis] ?? {}
  return `${I} I, ${II} II`
}

/** Which hypotheses are least contradicted: “Least contradicted: H1.” Empty if nothing counts. */
function leadersSentence({ leaders, rows }: ShownMatrix, names: MatrixNames): string {
  if (leaders.length === 0 || !rows.some(({ counted }) => counted)) return ''
  if (leaders.length === names.hypothesis.size && leaders.length > 1)
    return 'All hypotheses are contradicted equally.'
  return `Least contradicted: ${named(leaders, names.hypothesis)}.`
}

/** “Without E2, H1 and H3 lead.” */
const linchpinSentence = ({ row, leaders }: LinchpinRow, names: MatrixNames): string =>
  leaders
    ? `Without ${names.row.get(row)}, ${lead(leaders, names)}.`
    : `Without ${names.row.get(row)}, the order changes, but not who leads.`

/** “If E4 is deceptive: H1 leads.” “If E7 is seen: H2 still leads.” */
const otherwise = (
  what: 'deceptive' | 'seen',
  { row, leaders, isOther }: OtherLeaders,
  names: MatrixNames,
): string => `If ${names.row.get(row)} is ${what}: ${lead(leaders, names, isOther ? '' : 'still ')}.`

/** “H2 reaches H1 if 2 rows are wrong, such as E1 and E3.” */
function overtakingSentence(
  { rival, rows }: Overtaking,
  leader: string | undefined,
  names: MatrixNames,
): string {
  const [one, other] = [names.hypothesis.get(rival), names.hypothesis.get(leader ?? '')]
  if (!rows) return `${one} does not reach ${other}, however many rows are wrong.`
  const count = rows.length === 1 ? '1 row is' : `${rows.length} rows are`
  return `${one} reaches ${other} if ${count} wrong, such as ${named(rows, names.row)}.`
}

/** “E2, H1: you I, Ayşe CC; opposed. With the other rating, H2 leads.” */
export function comparisonSentence(
  { row, hypothesis, ratings, opposed, leaders, spread }: Comparison,
  names: MatrixNames,
): string {
  const each = ratings.map(({ analyst, rating }) => `${analyst || 'you'} ${rating || 'blank'}`)
  const how = opposed ? 'opposed' : spread >= 2 ? 'they differ' : 'a shade'
  const then = leaders ? ` With the other rating, ${lead(leaders, names)}.` : ''
  return `${names.row.get(row)}, ${names.hypothesis.get(hypothesis)}: ${each.join(', ')}; ${how}.${then}`
}

/** All sentences about what the answer of a matrix hangs on, in the order in which they matter. */
export function findingSentences(
  shown: ShownMatrix,
  { linchpins, deceptions, indicators, overtakings }: Findings,
  names: MatrixNames,
): string[] {
  return [
    leadersSentence(shown, names),
    ...overtakings.map((each) => overtakingSentence(each, shown.leaders[0], names)),
    ...linchpins.map((each) => linchpinSentence(each, names)),
    ...deceptions.map((each) => otherwise('deceptive', each, names)),
    ...indicators.map((each) => otherwise('seen', each, names)),
  ].filter((sentence) => sentence !== '')
}
