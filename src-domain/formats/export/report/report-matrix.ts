import type { MapGraph } from '../../../argument/map-graph'
import type { Project } from '../../../document/project'
import {
  ABOUT_MATRICES,
  comparisonSentence,
  findingSentences,
  HOW_MATRICES_COUNT,
} from '../../../matrix/sentences'
import { credibilityInWords, matrixTable, type MatrixLine, type MatrixTable } from '../../../matrix/table'
import { matricesInOrder } from '../../../records/matrix'
import { VERDICT_WORDS } from '../../../weighing/verdict'
import { weighingOf, type Weighing } from '../../../weighing/weigh'
import type { ReportBlock, Words } from './report-blocks'

/**
 * Writes the matrices of which a hypothesis is on the map, each with what its answer hangs on.
 * @param weighing of the project, as supposed
 */
export function matrixBlocks(
  project: Project,
  { placements }: Pick<MapGraph, 'placements'>,
  weighing: Weighing = weighingOf(project),
): ReportBlock[] {
  return matricesInOrder(project.matrices.values())
    .filter(({ hypotheses }) => hypotheses.some((each) => placements.has(each)))
    .flatMap((matrix) => sectionOf(matrixTable(project, weighing, matrix)))
}

function sectionOf(table: MatrixTable): ReportBlock[] {
  const { matrix, columns, lines, shown, findings, names, comparisons } = table
  return [
    heading(2, `Matrix: ${matrix.title}`),
    ...(matrix.question ? [say(matrix.question)] : []),
    ...columns.map(({ name, text, verdict }) =>
      item(
        { text: `${name} `, style: 'strong' },
        `${text}${verdict ? ` (${VERDICT_WORDS[verdict]} on the map)` : ''}`,
      ),
    ),
    {
      type: 'table',
      depth: 0,
      head: ['Evidence', ...columns.map(({ name }) => name)],
      rows: [
        ...lines.map((line) => [
          `${line.name} ${line.text} (${[line.grade, credibilityInWords(line), `relevance ${line.relevance}`].filter(Boolean).join(', ')})`,
          ...line.cells.map(({ rating, answered }) => rating || (answered ? `(${answered}, answered)` : '')),
        ]),
        ['Speaks against', ...columns.map(({ against }) => against)],
        ...(matrix.weighted ? [['Weighted sum', ...columns.map(({ weighted }) => weighted)]] : []),
      ],
    },
    ...list('What it hangs on', findingSentences(shown, findings, names)),
    ...list('Not counted', lines.flatMap(notCounted)),
    ...list(
      'Counted, but says the same of all hypotheses',
      lines.flatMap(({ name, text, counted, separatesNothing }) =>
        counted && separatesNothing ? `${name} ${text}` : [],
      ),
    ),
    ...list(
      'Where analysts differ',
      comparisons.map((each) => comparisonSentence(each, names)),
    ),
    ...list(
      'Notes',
      lines.flatMap((line) => notesOf(line, table)),
    ),
    ...(table.addsUp ? [say(table.addsUp)] : []),
    say({ text: 'About this. ', style: 'strong' }, ABOUT_MATRICES),
    say(HOW_MATRICES_COUNT),
  ]
}

const notCounted = ({ name, text, counted, why }: MatrixLine): string[] =>
  counted ? [] : [`${name} ${text}: ${why}.`]

const notesOf = ({ name, note, cells }: MatrixLine, { names }: MatrixTable): string[] => [
  ...(note ? [`${name}: ${note}`] : []),
  ...cells.flatMap((cell) =>
    cell.note ? [`${name}, ${names.hypothesis.get(cell.hypothesis)}: ${cell.note}`] : [],
  ),
]

const wordsOf = (words: readonly (string | Words)[]): Words[] =>
  words.map((each) => (typeof each === 'string' ? { text: each } : each))

const heading = (level: 2 | 3, text: string): ReportBlock => ({ type: 'heading', level, words: [{ text }] })

const say = (...words: readonly (string | Words)[]): ReportBlock => ({
  type: 'detail',
  depth: 0,
  words: wordsOf(words),
})

const item = (...words: readonly (string | Words)[]): ReportBlock => ({
  type: 'item',
  depth: 1,
  words: wordsOf(words),
})

const list = (title: string, sentences: readonly string[]): ReportBlock[] =>
  sentences.length === 0 ? [] : [heading(3, title), ...sentences.map((sentence) => item(sentence))]
