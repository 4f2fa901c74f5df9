import { sentencesIn } from '#domain/text/sentences/sentence-spans'
import type { Row } from '../report'
import type { KnownPage, ReadPage } from './known-page'
import { readabilityText, readPage } from './read-page'
import { f1, shingleMatch, shingles, type Match } from './shingles'

/** A page of a PDF is torn if fewer of its sequences of words come out. */
const WHOLE = 0.95

/** Things that came out right, of all. */
interface Share {
  right: number
  all: number
  /** What went wrong, each with its file. */
  readonly wrong: string[]
}
const share = (): Share => ({ right: 0, all: 0, wrong: [] })

function count(into: Share, right: boolean, wrong: string): void {
  into.all++
  if (right) into.right++
  else into.wrong.push(wrong)
}

/** The figures of a folder of files with known words. */
export interface Quality {
  readonly rows: readonly Row[]
  readonly wrong: readonly string[]
}

export async function measureQuality(pages: readonly KnownPage[]): Promise<Quality> {
  const [sentences, furniture, columns] = [share(), share(), share()]
  const [dates, raised, struck] = [share(), share(), share()]
  const web: { name: string; ours: Match; plain: Match }[] = []
  const failed: string[] = []
  for (const page of pages) {
    const read = await readPage(page).catch(
      (error: unknown) => void failed.push(`${page.name}: ${String(error)}`),
    )
    if (!read) continue
    const { name, text } = page
    if (text !== undefined) {
      if (/\.html?$/i.test(name)) {
        const plain = shingleMatch(text, readabilityText(page))
        web.push({ name, ours: shingleMatch(text, read.read), plain })
      }
      if (/\.pdf$/i.test(name)) countColumns(page, read, columns)
      countLines(page, read, sentences, furniture)
    }
    if (page.published !== undefined)
      count(dates, read.published === page.published, `${name}: date ${read.published}`)
    for (const each of page.raised ?? [])
      count(raised, isSetApart(each, read.read), `${name}: raised ${each}`)
    for (const each of page.struck ?? []) count(struck, !read.read.includes(each), `${name}: struck ${each}`)
  }
  const scored = web.map(({ name, ours }) => `${name}: F1 ${f1([ours]).toFixed(1)}`)
  const low = web.flatMap(({ ours }, at) => (f1([ours]) < 96.5 ? [scored[at]!] : []))
  const all = [sentences, furniture, columns, dates, raised, struck]
  return {
    rows: [
      ...(web.length > 0 ? [webRow(web)] : []),
      ...percent('Sentences verbatim', sentences, 100),
      ...per('Lines taken for furniture', furniture, 50_000),
      ...per('Pages of PDF with columns torn', columns, 1000),
      ...percent('Dates right', dates, 100),
      ...percent('Raised figures set apart', raised, 100),
      ...percent('Struck-out words left out', struck, 100),
    ],
    wrong: [...failed, ...low, ...all.flatMap(({ wrong }) => wrong)],
  }
}

const webRow = (web: readonly { ours: Match; plain: Match }[]): Row => ({
  what: `F1 of ${web.length} web pages, sequences of four words`,
  values: [f1(web.map(({ ours }) => ours))],
  unit: '%',
  least: 96.5,
  beside: { name: 'plain Readability', values: [f1(web.map(({ plain }) => plain))] },
})

const percent = (what: string, { right, all }: Share, least: number): Row[] =>
  all === 0 ? [] : [{ what: `${what}, of ${number(all)}`, values: [(right / all) * 100], unit: '%', least }]

const per = (what: string, { right, all }: Share, each: number): Row[] =>
  all === 0
    ? []
    : [
        {
          what: `${what} per ${number(each)}, of ${number(all)}`,
          values: [((all - right) / all) * each],
          unit: '',
          target: 1,
        },
      ]

const number = (value: number): string => value.toLocaleString('en')

const squeezed = (words: string): string => words.replace(/\s+/g, ' ').trim()

/** Counts the sentences that are in the text as they are known, and the lines that are only in what was set aside. */
function countLines({ name, text = '' }: KnownPage, { read, aside }: ReadPage, verbatim: Share, kept: Share) {
  const [body, left] = [squeezed(read), squeezed(aside)]
  for (const line of text
    .split(/[\n\f]/)
    .map(squeezed)
    .filter(Boolean)) {
    count(kept, body.includes(line) || !left.includes(line), `${name}: set aside “${line.slice(0, 60)}”`)
    for (const { start, end } of sentencesIn(line)) {
      const sentence = line.slice(start, end)
      count(verbatim, body.includes(sentence), `${name}: not verbatim “${sentence.slice(0, 60)}”`)
    }
  }
}

/** Counts the pages whose words come out in their order, not line by line through the columns. */
function countColumns({ name, text = '' }: KnownPage, { read, aside }: ReadPage, whole: Share): void {
  const found = shingles(`${read}\n${aside}`)
  text.split('\f').forEach((page, at) => {
    const wanted = [...shingles(page).keys()]
    if (wanted.length === 0) return
    const kept = wanted.filter((key) => found.has(key)).length / wanted.length
    count(whole, kept >= WHOLE, `${name}: page ${at + 1} torn, ${Math.round(kept * 100)} % whole`)
  })
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Whether a raised figure is in the text behind its word, and told apart from it. */
function isSetApart(pair: string, read: string): boolean {
  const [word, figure] = pair.split('^') as [string, string]
  const signs = [...figure].map((digit) => RAISED[Number(digit)] ?? digit).join('')
  return [signs, `[${figure}]`, `^${figure}`, `^(${figure})`, ` ${figure}`].some((form) =>
    read.includes(word + form),
  )
}
