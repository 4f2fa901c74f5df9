/** Whom formats of data are for, in the order of the dialog, by the programs that they use. */
export const AUDIENCES = [
  { name: 'counterpoint', title: 'For Counterpoint' },
  { name: 'coding', title: 'For NVivo, ATLAS.ti and MAXQDA' },
  { name: 'obsidian', title: 'For Obsidian' },
  { name: 'aif', title: 'For OVA and AIFdb' },
  { name: 'argdown', title: 'For Argdown' },
  { name: 'annotation', title: 'For Hypothesis and Recogito' },
  { name: 'kialo', title: 'For Kialo' },
  { name: 'corpora', title: 'For argument mining' },
  { name: 'spreadsheets', title: 'For spreadsheets' },
  { name: 'graphs', title: 'For graph tools and wikis' },
] as const

export type AudienceName = (typeof AUDIENCES)[number]['name']
