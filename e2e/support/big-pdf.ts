import { PDFDocument, PDFName, StandardFonts } from 'pdf-lib'

/**
 * A PDF of that many equal pages: quick to make, slow to read.
 * @param ballast bytes that no page shows
 */
export async function bigPdf(pages: number, ballast = 0): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.TimesRoman)
  const first = pdf.addPage()
  for (let line = 0; line < 60; line++) {
    const words = `Line ${line} of a page on which nothing is said that was not said before.`
    first.drawText(words, { x: 60, y: 780 - 12 * line, size: 10, font })
  }
  await pdf.flush()
  for (const name of ['Contents', 'Resources'].map((each) => PDFName.of(each))) {
    const drawn = first.node.get(name)!
    while (pdf.getPageCount() < pages) pdf.addPage()
    for (const page of pdf.getPages().slice(1)) page.node.set(name, drawn)
  }
  if (ballast > 0) pdf.context.register(pdf.context.stream(new Uint8Array(ballast)))
  return pdf.save()
}
