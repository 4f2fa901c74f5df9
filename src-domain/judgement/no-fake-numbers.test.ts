import fc from 'fast-check'
import mammoth from 'mammoth'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import type { Project } from '../document/project'
import { shownVerdicts } from '../formats/export/shown-verdicts'
import { DEFAULT_LOOK } from '../formats/export/picture-options'
import { drawPicture } from '../formats/export/picture/picture'
import { svgOf } from '../formats/export/picture/svg'
import { matrixSheets } from '../formats/export/table/matrix-sheet'
import { EXPORT_WRITERS } from '../formats/export/writers'
import { reportOf } from '../formats/export/report/report'
import { sourceSentence } from '../lists/listed-source'
import { listsOf } from '../lists/lists'
import { RATING_WORDS } from '../matrix/ratings'
import { comparisonSentence, findingSentences } from '../matrix/sentences'
import { matrixTable } from '../matrix/table'
import type { MatrixCell } from '../records/matrix-cell'
import { exportEnv } from '../testing/export-env'
import { fullProject } from '../testing/full-project'
import { randomArgument } from '../testing/random-argument'
import { CREDIBILITY } from '../vocabulary/grades'
import { YARDSTICKS } from '../vocabulary/yardsticks'
import { coneOf } from '../weighing/cone'
import { furtherReadings } from '../weighing/further-readings'
import { groupInWords, hangsOn, nothingToGiveUp } from '../weighing/hangs-on'
import { pathOf, type PathStep } from '../weighing/path'
import { VERDICT_PREDICATES, verdictSentence } from '../weighing/sentence'
import { statusSentence } from '../weighing/status-sentence'
import { SUPPOSING_NOTHING, supposedBy } from '../weighing/supposing'
import { changesInWords, supposingSentence } from '../weighing/supposing-in-words'
import { VERDICTS, VERDICT_WORDS } from '../weighing/verdict'
import { weigh, type Weighing } from '../weighing/weigh'
import { changedVerdicts } from '../weighing/what-if'
import { weighingQuestion } from '../weighing/which-weighs-more'
import { judgementSentences } from './judgement'
import { knownLinchpins, knownOfBasis } from './known-basis'

/** What a verdict is never called. “True” is allowed only in what the analyst supposes. */
const NEVER =
  /\b(true|confirmed|proven|likely|false|refuted|unlikely|possible|possibly|even chance|probably|probability)\b/i
const FIGURE = /%|\d[.,]\d/

/** What the texts on method deny. They are shown in full, and say what a verdict and a matrix are not. */
const DENIALS = /it does not measure probability|A verdict is no measure of probability/g

/** The words of a report that are not the analyst's own judgement, a grade of doctrine or a denial. */
function ownWords(project: Project, line: string): string {
  const judged = [...project.claims.values()].flatMap((claim) => judgementSentences(claim))
  return [...judged, ...Object.values(CREDIBILITY)]
    .reduce((rest, each) => rest.replaceAll(each, '…').replaceAll(each.toLowerCase(), '…'), line)
    .replaceAll(DENIALS, '…')
    .replaceAll(/You judge it [^;]*;/g, '…')
}

/** Without names of claims and sources, which are the analyst's own words. */
const plain = (sentence: string): string =>
  sentence.replaceAll(/‘[^’]*’|“[^”]*”/g, '…').replaceAll(/you suppose it true|… true\b/g, '…')

function hangingWords(project: Project, weighing: Weighing, claim: string): string[] {
  const at = weighing.framework.graph.claimAt.get(claim)!
  const cone = coneOf(project, weighing.framework, SUPPOSING_NOTHING, at)
  const search = hangsOn(project, weighing, cone)
  let step = search.next()
  while (!step.done) step = search.next()
  return [
    step.value.balance,
    ...step.value.sets.flatMap(({ things }) => things.map(({ name, kind }) => `${name} ${kind}`)),
    ...[...knownOfBasis(project, weighing, cone), knownLinchpins(step.value)].map(
      ({ label, says }) => `${label}: ${says}`,
    ),
  ]
}

const notesOf = (path: PathStep | undefined): string[] =>
  path ? [path.note, path.answeredAs, ...[...path.because, ...path.answered].flatMap(notesOf)] : []

/** The project with ratings of another analyst, which differ from the own ones. */
function withAnother(project: Project): Project {
  const theirs = [...project.cells.values()].map((cell): [string, MatrixCell] => [
    `${cell.id} Ann`,
    { ...cell, id: `${cell.id} Ann`, analyst: 'Ann', rating: cell.rating === 'II' ? 'CC' : 'II' },
  ])
  return { ...project, cells: new Map([...project.cells, ...theirs]) }
}

/** What stands above the things on which a verdict hangs, or in their place. */
const HANGING = VERDICTS.flatMap((verdict) => [
  ...[1, 2, 3].flatMap((size) =>
    [1, 2].flatMap((count) => [true, false].map((first) => groupInWords(verdict, { size, count }, first))),
  ),
  ...['given', 'set aside', 'objection'].map((because) => nothingToGiveUp(verdict, because)),
])

/** Every sentence and label about the verdicts, the matrix and the lists of a project. */
function said(project: Project): string[] {
  const weighing = weigh(project)
  const supposing = supposedBy([...project.scenarios.values()][0]!)
  const supposed = weigh(project, supposing)
  const lists = listsOf(project, weighing)
  const table = matrixTable(project, weighing, project.matrices.get('matrix')!)
  const changes = changedVerdicts(weighing, supposed)
  const ofClaims = [...project.claims.keys()].flatMap((id) => {
    const question = weighingQuestion(project, weighing, id)
    return [
      verdictSentence(project, weighing, id),
      verdictSentence(project, supposed, id, supposing),
      ...furtherReadings(project, weighing, id),
      ...hangingWords(project, weighing, id),
      ...notesOf(pathOf(project, weighing, id)),
      ...(question
        ? [question.reason, question.objection].flatMap((each) => [each.words, each.decision?.words ?? ''])
        : []),
    ]
  })
  return [
    ...ofClaims,
    ...[...project.relations.keys()].map((id) => statusSentence(project, weighing, id)),
    ...[...lists.assumptions, ...lists.questions, ...lists.indicators].map(({ says }) => says),
    ...lists.sources.map(sourceSentence),
    ...lists.partings.map(({ says }) => says.replace(/^You judge it [^;]*;/, '')),
    ...HANGING,
    supposingSentence(project, supposing),
    changesInWords(changes.length),
    ...table.comparisons.map((each) => comparisonSentence(each, table.names)),
    ...findingSentences(table.shown, table.findings, table.names),
    ...table.columns.flatMap(({ name, against }) => [name, against]),
    ...table.lines.flatMap(({ name, why, grade, cells }) => [
      name,
      why,
      grade,
      ...cells.map(({ rating }) => `${rating} ${RATING_WORDS[rating]}`),
    ]),
  ]
}

const size = { claims: 8, relations: 12, sources: 3, excerpts: 8 }

describe('what Counterpoint says of a project', () => {
  test('has no percent sign, no decimal, and none of the words that a verdict is never called', () => {
    fc.assert(
      fc.property(randomArgument(size, { circles: true }), fc.nat(9999), (sparse, draw) => {
        for (const sentence of said(withAnother(fullProject(sparse, draw).project))) {
          expect(plain(sentence)).not.toMatch(FIGURE)
          expect(plain(sentence)).not.toMatch(NEVER)
        }
      }),
      { numRuns: 100 },
    )
  })

  test('has verdicts, ratings and predicates with words of their own', () => {
    const words = [VERDICT_WORDS, VERDICT_PREDICATES, RATING_WORDS].flatMap((each) => Object.values(each))
    for (const word of words) expect(word).not.toMatch(NEVER)
  })

  test('has, in a report, a figure only in the weighted sum, the table of a yardstick and the sum of its words', () => {
    fc.assert(
      fc.property(randomArgument(size, { circles: true }), fc.nat(9999), (sparse, draw) => {
        const { project, map } = fullProject(sparse, draw)
        const { blocks } = reportOf({ project, map, verdicts: true }, exportEnv.today)
        for (const block of blocks) {
          if (block.type === 'quote') continue
          if (block.type === 'table') {
            if (block.head[1] === 'Range') expect(block.rows).toHaveLength(YARDSTICKS.icd203.length)
            else
              for (const [first, ...cells] of block.rows)
                for (const cell of cells) {
                  if (first === 'Weighted sum') expect(cell).toMatch(/^\d+\.\d$/)
                  else expect(cell).toMatch(/^(|CC?|NA?|II?|\((CC?|NA?|II?), answered\)|\d+ I, \d+ II)$/)
                }
            continue
          }
          const line = block.words.map(({ text }) => text).join('')
          if (/^These words cannot all be right: together at least \d+ %\.$/.test(line)) continue
          expect(plain(line)).not.toMatch(FIGURE)
          expect(plain(ownWords(project, line))).not.toMatch(NEVER)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('has, in the spreadsheet of a matrix, a figure only in the weighted sum', () => {
    fc.assert(
      fc.property(randomArgument(size, { circles: true }), fc.nat(9999), (sparse, draw) => {
        const { project } = fullProject(sparse, draw)
        for (const { head, columns, rows, scores, sentences } of matrixSheets(withAnother(project))) {
          const cells = [
            ...head,
            columns,
            ...rows,
            ...scores.filter(([what]) => what !== 'Weighted sum'),
          ].flat()
          for (const cell of [...cells, ...sentences].map(String)) {
            expect(plain(cell)).not.toMatch(FIGURE)
            expect(plain(cell).replaceAll(DENIALS, '…')).not.toMatch(NEVER)
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  test('has no figure and none of the words in a picture with verdicts and what is supposed', () => {
    const [sparse] = fc.sample(randomArgument(size, { circles: true }), { numRuns: 1, seed: 4 })
    const { project, map } = fullProject(sparse!, 3)
    const supposing = supposedBy([...project.scenarios.values()][0]!)
    const drawn = svgOf(
      drawPicture({ ...DEFAULT_LOOK, project, map, verdicts: true, supposing }, exportEnv.measure),
      exportEnv.fonts,
    )
    const words = [...drawn.matchAll(/<(?:text|tspan|title|desc)[^>]*>([^<]+)</g)].map(([, text]) => text!)
    expect(words.length).toBeGreaterThan(5)
    for (const text of words) {
      expect(plain(text)).not.toMatch(FIGURE)
      expect(plain(text)).not.toMatch(NEVER)
    }
  })

  test('is the same in Word, on a web page and in Markdown', async () => {
    const [sparse] = fc.sample(randomArgument(size, { circles: true }), { numRuns: 1, seed: 4 })
    const { project, map } = fullProject(sparse!, 3)
    const request = { ...DEFAULT_LOOK, project, map, verdicts: true }
    const written = await Promise.all(
      (['report-docx', 'report-html', 'report-markdown'] as const).map((name) =>
        EXPORT_WRITERS[name](request, exportEnv),
      ),
    )
    const [word, page, markdown] = written as [Uint8Array, string, string]
    const texts = [
      (await mammoth.extractRawText({ buffer: Buffer.from(word) })).value,
      parseHTML(page).document.body.textContent,
      markdown,
    ]
    const { sentence } = shownVerdicts(request)!
    expect(sentence).toBe('')
    for (const text of texts) {
      // Two hypotheses that are both judged likely, and exclude each other.
      expect(text).toContain('together at least 110 %')
      const figures = text.match(/\d+(?:–\d+)? %/g) ?? []
      expect(figures).toHaveLength(1 + YARDSTICKS.icd203.length)
      expect(text).toContain('About this.')
    }
  })
})
