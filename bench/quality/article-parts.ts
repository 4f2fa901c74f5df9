import { chance, sentence } from '../texts'
import type { KnownPage } from './known-page'

/** A part of an article as a page writes it, and as a reader reads it. */
export interface Part {
  readonly html: string
  readonly text: string
}

/** An article for a generated page. */
export interface GeneratedArticle {
  readonly title: string
  readonly parts: readonly Part[]
  readonly raised: NonNullable<KnownPage['raised']>
  readonly struck: NonNullable<KnownPage['struck']>
}

/** A sentence with the commas that prose has. */
export const prose = (draw: () => number): string =>
  sentence(draw)
    .split(' ')
    .map((word, at) => (at > 2 && at % 7 === 0 && !word.endsWith('.') ? `${word},` : word))
    .join(' ')

const paragraph = (draw: () => number, count = 2 + Math.floor(draw() * 4)) =>
  Array.from({ length: count }, () => prose(draw))

type Maker = (draw: () => number, raised: string[], struck: string[]) => Part

const plain: Maker = (draw) => {
  const text = paragraph(draw).join(' ')
  return { html: `<p>${text}</p>`, text }
}

const MAKERS: readonly Maker[] = [
  plain,
  // Links of all kinds inside sentences.
  (draw) => {
    const [first, second] = paragraph(draw, 2) as [string, string]
    const words = first.split(' ')
    const [a, b, c] = [words.slice(0, 2), words.slice(2, 5), words.slice(5)].map((each) => each.join(' '))
    const html = `<p>${a} <a href="https://example.org/${words.length}?q=1#part">${b}</a> ${c} <em>${second}</em></p>`
    return { html, text: `${first} ${second}` }
  },
  // The comments that pages made by scripts have inside words.
  (draw) => {
    const text = paragraph(draw, 3).join(' ')
    const at = Math.floor(text.length / 2)
    return { html: `<p>${text.slice(0, at)}<!-- -->${text.slice(at)}<!----></p>`, text }
  },
  // A raised figure, and a note.
  (draw, raised) => {
    const text = prose(draw).slice(0, -1)
    const [year, note] = [1900 + Math.floor(draw() * 120), 1 + Math.floor(draw() * 60)]
    raised.push(`${year}^${note}`)
    const signs = [...String(note)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')
    return {
      html: `<p>${text} since ${year}<sup>${note}</sup>.</p>`,
      text: `${text} since ${year}${signs}.`,
    }
  },
  (draw, raised) => {
    const [before, word] = [prose(draw), prose(draw).slice(0, -1).split(' ').at(-1)!]
    const note = 1 + Math.floor(draw() * 9)
    raised.push(`${word}^${note}`)
    return {
      html: `<p>${before} And so it was with ${word}<sup id="ref${note}"><a href="#fn${note}">${note}</a></sup> too.</p>`,
      text: `${before} And so it was with ${word}[${note}] too.`,
    }
  },
  // Struck-out and hidden words.
  (draw, _raised, struck) => {
    const [before, gone, after] = [prose(draw), prose(draw), prose(draw)]
    struck.push(gone)
    const tags = [
      ['<del>', '</del>'],
      ['<s>', '</s>'],
      ['<strike>', '</strike>'],
      ['<span style="text-decoration: line-through">', '</span>'],
      ['<span style="text-decoration:underline line-through red">', '</span>'],
      ['<span hidden>', '</span>'],
      ['<span style="display: none">', '</span>'],
      ['<span style="color:red;visibility:hidden">', '</span>'],
    ]
    const [open, close] = tags[Math.floor(draw() * tags.length)]!
    return { html: `<p>${before} ${open}${gone}${close} ${after}</p>`, text: `${before} ${after}` }
  },
  (draw) => {
    const text = prose(draw).split(' ').slice(0, 5).join(' ').replace(/[,.]$/, '')
    const next = plain(draw, [], [])
    return { html: `<h2>${text}</h2>\n${next.html}`, text: `${text}\n${next.text}` }
  },
  (draw) => {
    const items = [prose(draw), prose(draw), prose(draw)]
    const start = 1 + Math.floor(draw() * 6)
    const html = `<ol start="${start}">${items.map((item) => `<li>${item}</li>`).join('')}</ol>`
    return { html, text: items.map((item, at) => `${start + at}. ${item}`).join('\n') }
  },
  (draw) => {
    const lead = prose(draw).replace(/\.$/, ':')
    const items = [prose(draw), prose(draw), prose(draw)]
    const html = `<p>${lead}</p><ul>${items.map((item) => `<li><p>${item}</p></li>`).join('')}</ul>`
    return { html, text: [lead, ...items].join('\n') }
  },
  (draw) => {
    const text = paragraph(draw, 2).join(' ')
    return { html: `<blockquote><p>${text}</p></blockquote>`, text }
  },
  // Short paragraphs, as in interviews.
  (draw) => {
    const [question, answer] = [prose(draw).replace(/\.$/, '?'), paragraph(draw, 3).join(' ')]
    return { html: `<p><strong>${question}</strong></p><p>${answer}</p>`, text: `${question}\n${answer}` }
  },
  // Lines without paragraphs.
  (draw) => {
    const texts = [paragraph(draw, 3).join(' '), paragraph(draw, 3).join(' ')]
    return { html: `<div>${texts.join('<br><br>')}</div>`, text: texts.join('\n') }
  },
]

/** An article of ten to twenty parts. */
export function generatedArticle(seed: number): GeneratedArticle {
  const draw = chance(seed)
  const [raised, struck]: [string[], string[]] = [[], []]
  const title = prose(draw).split(' ').slice(0, 7).join(' ').replace(/[,.]$/, '')
  const count = 10 + Math.floor(draw() * 10)
  const parts = Array.from({ length: count }, (_, at) => {
    // An article begins and ends with a paragraph.
    const make = at < 2 || at === count - 1 ? plain : MAKERS[Math.floor(draw() * MAKERS.length)]!
    return make(draw, raised, struck)
  })
  return { title, parts, raised, struck }
}
