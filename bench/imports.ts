import { PDFDocument, StandardFonts } from 'pdf-lib'
import { openPdf } from '#host/import/extractors/pdf/pdf-open'
import { readImport } from '#host/import/import-file'
import { timed } from './statistics'
import { paragraphsOf } from './texts'

/** Text as users paste it: lines of seventy characters, a blank line between paragraphs. */
function pasted(seed: number): Uint8Array {
  const wrapped = paragraphsOf(5000, seed).map((each) => each.replace(/(.{50,70}) /g, '$1\n'))
  return new TextEncoder().encode(wrapped.join('\n\n'))
}

/** Articles per second for each run. The first run is not counted: it loads the code and the word lists. */
export async function measureTextImport(articles: number, runs: number): Promise<number[]> {
  const files = Array.from({ length: articles }, (_, index) => pasted(index))
  await readImport('first.txt', files[0]!)
  const speeds: number[] = []
  for (let run = 0; run < runs; run++) {
    const { ms } = await timed(async () => {
      for (const bytes of files) await readImport('article.txt', bytes)
    })
    speeds.push((articles / ms) * 1000)
  }
  return speeds
}

/** A document with that many pages of 44 lines, each with a running head and a page number. */
async function pdfOf(pages: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.TimesRoman)
  const lines = paragraphsOf(pages * 560, 7).flatMap((each) => each.match(/.{1,84}(?: |$)/g) ?? [])
  for (let number = 1; number <= pages; number++) {
    const page = pdf.addPage([595, 842])
    page.drawText('A report with many pages', { x: 72, y: 800, size: 9, font })
    const drawn = lines.slice((number - 1) * 44, number * 44)
    drawn.forEach((line, row) => page.drawText(line.trim(), { x: 72, y: 760 - row * 16, size: 11, font }))
    page.drawText(String(number), { x: 295, y: 40, size: 9, font })
  }
  return pdf.save()
}

/** PDF.js alone: the text of each page with its positions. */
async function bareText(bytes: Uint8Array): Promise<void> {
  const pdf = await openPdf(bytes)
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    await page.getTextContent()
    page.cleanup()
  }
  await pdf.loadingTask.destroy()
}

/** Pages per second for each run, alternating between Counterpoint and PDF.js alone. */
export async function measurePdfImport(
  pages: number,
  runs: number,
): Promise<{ ours: number[]; bare: number[] }> {
  const whole = await pdfOf(pages)
  // Each reader takes the bytes over from its caller and leaves them empty.
  const bytes = () => whole.slice()
  const speed = async (read: () => Promise<unknown>) => (pages / (await timed(read)).ms) * 1000
  const [ours, bare]: [number[], number[]] = [[], []]
  await bareText(bytes())
  for (let run = 0; run < runs; run++) {
    ours.push(await speed(() => readImport('report.pdf', bytes())))
    bare.push(await speed(() => bareText(bytes())))
  }
  return { ours, bare }
}
