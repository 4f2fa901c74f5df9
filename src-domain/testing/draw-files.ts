import { mapAlone } from '../document/map-alone'
import type { Project } from '../document/project'
import { save } from '../document/save'
import { projectOf } from '../formats/interchange/project-of'
import type { Article } from '../records/article'
import { article, Builder } from './build'
import type { Draw } from './draw'
import { testEnv } from './env'

/** An article; one in ten has a block that ends after its text. */
export const drawArticle = (draw: Draw): Article => {
  const paragraphs = Array.from({ length: 1 + draw.upTo(3) }, () => draw.text())
  const good = article(draw.of(['An article', 'Another one']), ...paragraphs)
  return draw.upTo(9) === 0
    ? { ...good, blocks: [{ role: 'paragraph', start: 0, end: good.text.length + 1 }] }
    : good
}

/** A new version of an article, with added, deleted, edited and moved paragraphs; sometimes a different article. */
export const drawVersion = (draw: Draw, text: string): Article => {
  if (draw.upTo(5) === 0) return drawArticle(draw)
  const paragraphs = text
    .split('\n\n')
    .flatMap((paragraph): string[] =>
      draw.of([
        [paragraph],
        [paragraph],
        [],
        [draw.text(), paragraph],
        [paragraph.replace(/\bthe\b/i, 'every'), paragraph],
        [paragraph.replace(/\w+(?=\W*$)/, 'otherwise')],
      ]),
    )
  return article('New version', ...(draw.upTo(3) === 0 ? paragraphs.reverse() : paragraphs))
}

/** A project with a record of every kind, for merging. */
export const other = (() => {
  const builder = new Builder('Other project', testEnv('other'))
  const source = builder.source('The deal was signed in 2017.', 'Deliveries began two years later.')
  const mark = { source, category: 'evidence', map: builder.map }
  const a = builder.run('claim.fromSelection', { ...mark, start: 0, end: 15 })
  const b = builder.run('claim.fromSelection', { ...mark, start: 30, end: 50 })
  const step = builder.relation('support', [a], b)
  builder.relation('attack', [builder.claim('Dates prove nothing.', builder.map)], step)
  builder.run('category.add', { name: 'Indicator' })
  const chance = builder.claim('It was chance.')
  builder.run('matrix.add', { title: 'Why 2017?', hypotheses: [b, chance] })
  const [matrix] = builder.project.matrices.keys()
  builder.run('row.add', { matrix: matrix!, what: { claim: a } })
  const [row] = builder.project.rows.keys()
  builder.run('cell.rate', { row: row!, hypothesis: chance, rating: 'N' })
  builder.run('scenario.keep', {
    name: 'No deal',
    sources: [source],
    claims: [a],
    relations: [step],
    given: [b],
  })
  builder.run('project.yardstick', { yardstick: 'phia' })
  return save(builder.project)
})()

const stateOf = (hash: string, texts: readonly string[]): string =>
  save(
    projectOf(
      { fileName: 'canvas.canvas', text: texts.join('\n'), hash, now: '2026-01-02T08:00:00.000Z' },
      {
        format: 'canvas',
        name: 'Canvas',
        claims: texts.map((text, at) => ({ id: `n${at}`, text, place: { x: at * 300, y: 0 } })),
        steps: [
          {
            id: 'e',
            kind: 'support',
            premises: ['n0'],
            target: { type: 'claim', id: `n${texts.length - 1}` },
          },
        ],
        sources: [],
        groups: [],
        losses: [],
      },
    ),
  )

/** Two states of a file of another program, each as the project that a reader makes of it. */
export const fileStates = {
  earlier: stateOf('earlier0', ['It is old', 'It was seen', 'It is gone']),
  later: stateOf('later000', ['It is new', 'It was seen', 'It is gone', 'It came later']),
}

/** The text of a project file to merge or to restore; some are damaged. */
export const drawFile = (project: Project, draw: Draw): string => {
  const own = save(mapAlone(project, draw.id('maps')))
  // A colleague's copy of the whole project, with matrices.
  const whole = save(project)
  return draw.of([
    other,
    fileStates.earlier,
    whole,
    whole.replaceAll('"rating": "C"', '"rating": "N"').replaceAll('the', 'THE'),
    own,
    own.replaceAll('the', 'THE'),
    other.replaceAll('2017', '2018'),
    own.slice(0, -40),
    '[]',
  ])
}
