/** The formats for other programs that keep arguments or passages, with their headings in the guide’s tables. */
export const WRITTEN_FORMATS = {
  aif: 'AIFdb',
  ova: 'OVA',
  sadface: 'SADFace',
  agxml: 'AGXML',
  argdown: 'Argdown',
  'json-canvas': 'Canvas',
  kialo: 'Kialo',
  qdpx: 'REFI-QDA',
  'web-annotation': 'Web Annotation',
  hypothesis: 'Hypothesis',
  brat: 'brat',
}
