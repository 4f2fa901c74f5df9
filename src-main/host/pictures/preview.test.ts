import { expect, test } from 'vitest'
import { EXPORT_FORMATS, exportFormatNamed, type ExportFormatName } from '#domain/formats/export/catalogue'
import { DEFAULT_LOOK } from '#domain/formats/export/picture-options'
import { fortyCards } from '#domain/testing/argued-maps'
import { previewOf } from './preview'

const asked = { ...fortyCards(), ...DEFAULT_LOOK, paper: 'A4' } as const

test('a picture is previewed as its pages, with the size of the wording on paper', async () => {
  const pdf = await previewOf(exportFormatNamed('pdf')!, asked)
  expect(pdf).toMatchObject({ kind: 'picture' })
  if (pdf.kind !== 'picture') return
  expect(pdf.count).toBeGreaterThan(1)
  expect(pdf.pages).toHaveLength(pdf.count)
  expect(pdf.pages[0]!.svg).toMatch(/^<svg /)
  expect(pdf.wording).toBeGreaterThanOrEqual(7)
  const png = await previewOf(exportFormatNamed('png')!, { ...asked, scale: 2 })
  const svg = await previewOf(exportFormatNamed('svg')!, { ...asked, scale: 2 })
  if (png.kind !== 'picture' || svg.kind !== 'picture') throw new Error('both are pictures')
  expect(png.pages[0]!.width).toBe(svg.pages[0]!.width * 2)
})

/** What shows that a format was written of a project without matrices, passages and addresses. */
const WORDS: Partial<Record<ExportFormatName, string>> = {
  'matrix-csv': 'no matrix',
  'matrix-xlsx': 'no matrix',
  qdc: 'Evidence',
  hypothesis: 'export_date',
  brat: '"text"',
}

test.each(EXPORT_FORMATS.filter(({ kind }) => kind !== 'picture'))(
  '$name is previewed by its beginning',
  async (format) => {
    const preview = await previewOf(format, asked)
    const isProse = format.kind === 'prose' && format.name !== 'report-markdown'
    expect(preview.kind).toBe(isProse ? 'report' : 'text')
    expect(JSON.stringify(preview)).toContain(WORDS[format.name] ?? 'harbour')
  },
)

test('a report is previewed with the pictures that it will have', async () => {
  const preview = async (name: string, look = {}) => {
    const shown = await previewOf(exportFormatNamed(name)!, { ...asked, ...look })
    if (shown.kind !== 'report') throw new Error('it is a report')
    return shown
  }
  const shown = await preview('report-docx')
  expect(shown.pictures.length).toBeGreaterThan(1)
  expect(shown.pictures[0]).toMatchObject({ width: 601, height: 800, svg: expect.stringMatching(/^<svg /) })
  expect(shown.pictures).toEqual((await preview('report-html')).pictures)
  expect((await preview('report-html', { picture: false })).pictures).toEqual([])
})
