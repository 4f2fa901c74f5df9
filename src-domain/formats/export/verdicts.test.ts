import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { load } from '../../document/load'
import { exportEnv } from '../../testing/export-env'
import { supposedBy } from '../../weighing/supposing'
import { weigh } from '../../weighing/weigh'
import { changedVerdicts } from '../../weighing/what-if'
import { drawPages } from './pages/pages'
import { DEFAULT_LOOK } from './picture-options'
import { drawPicture } from './picture/picture'
import { svgOf } from './picture/svg'
import { reportOf } from './report/report'

const loaded = load(readFileSync(join(import.meta.dirname, '../../../resources/sample.json'), 'utf8'))
if (!loaded.ok) throw new Error(loaded.message)
const { project } = loaded
const supposing = supposedBy([...project.scenarios.values()][0]!)
const request = { ...DEFAULT_LOOK, project, map: 'map-1' }
const SUPPOSED = 'Supposing: “An Advance Payment to Moscow” off.'

const svg = (asked: Partial<typeof request> & { supposing?: typeof supposing }) =>
  svgOf(drawPicture({ ...request, ...asked }, exportEnv.measure), exportEnv.fonts)

/** All that a report says, a line for each block. */
const linesOf = (asked: Partial<typeof request> & { supposing?: typeof supposing }) =>
  reportOf({ ...request, ...asked }, exportEnv.today).blocks.map((block) =>
    'words' in block ? block.words.map(({ text }) => text).join('') : '',
  )

describe('pictures', () => {
  test('carry a sign and a word for each verdict, only when asked', () => {
    expect(svg({})).not.toContain('data-verdict')
    const drawn = svg({ verdicts: true })
    expect(drawn.match(/data-verdict="contested"/g)).toHaveLength(2)
    expect(drawn).toContain('>Contested</text>')
    expect(drawn).not.toContain('Supposing')
  })

  test('name what is supposed below the map, and on each page of a sheet', () => {
    const drawn = svg({ verdicts: true, supposing })
    expect(drawn).toContain(SUPPOSED)
    expect(drawn).not.toContain('data-verdict="contested"')
    const { pages } = drawPages({ ...request, verdicts: true, supposing, paper: 'A4' }, exportEnv)
    for (const page of pages) expect(svgOf(page, exportEnv.fonts)).toContain('data-supposing')
  })
})

describe('reports', () => {
  test('say each verdict in its sentence, how verdicts come about, and what each scenario changes', () => {
    expect(linesOf({}).join('\n')).not.toContain('Verdict: ')
    const lines = linesOf({ verdicts: true })
    expect(lines).toContain('Verdict: Contested: it hangs on ‘The S-400 purchase is pragmatic hedging’.')
    expect(lines.find((line) => line.startsWith('A claim stands when'))).toContain(
      'no measure of probability',
    )
    const changed = changedVerdicts(weigh(project), weigh(project, supposing))
    expect(changed.length).toBeGreaterThan(1)
    expect(lines).toContain(`Without Valsamis. ${SUPPOSED} ${changed.length} verdicts change.`)
    expect(lines).toContain('1 is contested → stands')
  })

  test('name what is supposed at once', () => {
    const lines = linesOf({ verdicts: true, supposing })
    expect(lines.slice(0, 2)).toEqual(['About the verdicts', SUPPOSED])
  })

  test('have no percent signs, decimals or likelihoods in what they say of verdicts', () => {
    const said = linesOf({ verdicts: true, supposing }).filter((line) =>
      /^(Verdict: |Supposing|A claim stands|.* → )/.test(line),
    )
    expect(said.length).toBeGreaterThan(10)
    for (const line of said) {
      // Wordings of claims are the analyst's own.
      const words = line.replaceAll(/‘.*?’(?!\p{L})|“.*?”/gu, '')
      expect(words).not.toMatch(/%|\d[.,]\d|\b(confirmed|proven|refuted|likely|unlikely|even chance)\b/)
    }
  })
})
