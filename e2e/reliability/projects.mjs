const now = '2026-01-05T09:00:00.000Z'

/** A project file of about that many megabytes, with a claim, articles and marks. */
export function projectOf(megabytes) {
  const categories = [{ id: 'judgement', name: 'Judgement', colour: 'amber', key: '1', definition: '' }]
  const file = {
    ...{
      format: 'counterpoint',
      version: 2,
      id: 'project',
      title: 'Proof',
      created: now,
      modified: now,
      revision: 0,
    },
    ...{ categories, sources: [], claims: [], excerpts: [], relations: [] },
    ...{ maps: [{ id: 'map', name: 'Map 1', created: now }], placements: [] },
  }
  const sources = Math.max(1, Math.round(megabytes * 2))
  for (let number = 0; number < sources; number++)
    addSource(file, number, Math.round((megabytes * 316_000) / sources))
  for (const table of ['sources', 'claims', 'excerpts', 'placements'])
    file[table].sort((a, b) => (a.id < b.id ? -1 : 1))
  return file
}

/** Adds an article of that many characters, and a claim with a mark for each of its paragraphs. */
function addSource(file, number, length) {
  const id = `s${String(number).padStart(6, '0')}`
  const sentence = (index) =>
    `Paragraph ${index} of article ${number} weighs what was said against what was done.`
  const paragraphs = Array.from({ length: Math.max(1, Math.round(length / 680)) }, (_, index) =>
    `${sentence(index)} `.repeat(9).trimEnd(),
  )
  const text = paragraphs.join('\n\n')
  let start = 0
  const blocks = paragraphs.map((paragraph) => {
    const block = { role: 'paragraph', start, end: start + paragraph.length }
    start = block.end + 2
    return block
  })
  file.sources.push({
    ...{
      id,
      title: `Article ${number}`,
      authors: [],
      publisher: '',
      published: '',
      url: '',
      doi: '',
      accessed: '',
    },
    ...{ language: 'en', kind: '', reliability: '', credibility: '', fileName: `${id}.txt`, format: 'text' },
    ...{ encoding: 'UTF-8', added: now, text, blocks, originalText: text, report: [], previousTexts: [] },
  })
  blocks.forEach((block, index) => {
    const claim = `c${id}${String(index).padStart(4, '0')}`
    const exact = paragraphs[index].slice(0, 60)
    file.claims.push({ id: claim, text: exact, category: 'judgement', note: '', tags: [], created: now })
    file.excerpts.push({
      ...{ id: `e${claim}`, claim, source: id, start: block.start, end: block.start + 60, exact },
      ...{
        prefix: text.slice(Math.max(0, block.start - 30), block.start),
        suffix: text.slice(block.start + 60, block.start + 90),
      },
      anchor: 'exact',
    })
    const place = { x: (index % 40) * 300, y: Math.floor(index / 40) * 120, collapsed: false, pinned: false }
    file.placements.push({ id: `p${claim}`, map: 'map', claim, ...place })
  })
}

/** The text of the file, as the app writes it. */
export const fileOf = (project) => `${JSON.stringify(project, null, 2)}\n`

/** A patch that adds a claim. */
export const claimPatch = (id, text = `Words of ${id}`) => [
  {
    table: 'claims',
    id,
    from: null,
    to: { id, text, category: 'judgement', note: '', tags: [], created: now },
  },
]

/** A time, as the app writes it. */
export const written = now
