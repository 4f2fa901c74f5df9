import type { Project } from '../../../document/project'
import { ABOUT_MATRICES, comparisonSentence, findingSentences } from '../../../matrix/sentences'
import { matrixTable, type MatrixLine } from '../../../matrix/table'
import { matricesInOrder, type Matrix } from '../../../records/matrix'
import { VERDICT_WORDS } from '../../../weighing/verdict'
import { weighingOf } from '../../../weighing/weigh'

/** A matrix as the rows of a spreadsheet. */
export interface MatrixSheet {
  readonly title: string
  /** The rows above the table. */
  readonly head: readonly (readonly string[])[]
  /** The titles of the columns. */
  readonly columns: readonly string[]
  /** The evidence. */
  readonly rows: readonly (readonly string[])[]
  /** Counts and weighted sums, in the columns of the hypotheses. */
  readonly scores: readonly (readonly (string | number)[])[]
  /** What the answer hangs on, where analysts differ, and what studies found: a sentence in each row. */
  readonly sentences: readonly string[]
}

/** The columns before those of the hypotheses. */
export const FACTS = [
  'Row',
  'Evidence',
  'Verdict',
  'Grade',
  'Credibility',
  'Relevance',
  'Reading',
  'Seen',
  'Not counted',
  'Note',
] as const

/** All matrices of a project, in their order. */
export const matrixSheets = (project: Project): MatrixSheet[] =>
  matricesInOrder(project.matrices.values()).map((matrix) => sheetOf(project, matrix))

function sheetOf(project: Project, matrix: Matrix): MatrixSheet {
  const { columns, lines, shown, findings, names, comparisons } = matrixTable(
    project,
    weighingOf(project),
    matrix,
  )
  const beside = FACTS.slice(1).map(() => '')
  return {
    title: matrix.title,
    head: [
      ['Matrix', matrix.title],
      ['Question', matrix.question],
    ],
    columns: [...FACTS, ...columns.map(({ name, text }) => `${name} ${text}`)],
    rows: lines.map((line) => [...factsOf(line), ...line.cells.map(({ rating }) => rating)]),
    scores: [
      ['Speaks against', ...beside, ...columns.map(({ against }) => against)],
      ...(matrix.weighted
        ? [['Weighted sum', ...beside, ...columns.map(({ weighted }) => Number(weighted))]]
        : []),
    ],
    sentences: [
      ...findingSentences(shown, findings, names),
      ...comparisons.map((each) => comparisonSentence(each, names)),
      ABOUT_MATRICES,
    ],
  }
}

const factsOf = (line: MatrixLine): string[] => [
  line.name,
  line.text,
  line.verdict ? VERDICT_WORDS[line.verdict] : '',
  line.grade,
  line.isDerived ? `${line.credibility} (derived)` : line.credibility,
  line.relevance,
  line.reading,
  line.seen === 'awaited' ? 'not seen yet' : 'seen',
  line.why,
  line.note,
]
