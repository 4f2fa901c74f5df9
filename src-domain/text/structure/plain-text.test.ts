import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readPlainText, type ReadText } from './plain-text'
import { lettersAndDigits } from '../testing/letters-and-digits'

const blockTexts = ({ text, blocks }: ReadText): string[] =>
  blocks.map(({ start, end }) => text.slice(start, end))

const outline = (read: ReadText): string[] =>
  read.blocks.map(
    ({ role, aside, start, end }) => `${role}${aside ? ' aside' : ''}: ${read.text.slice(start, end)}`,
  )

describe('kinds of text', () => {
  it('a word split by a pull quote is rejoined, with the quote after the paragraph', () => {
    const raw = [
      'The harbour was governed by a council that met in',
      'secret, and the members of that council were chosen',
      'by the merchants alone. The toll was never spent on',
      'the harbour itself. When the mole gave way, the coun-',
      '',
      'The toll was never',
      'spent on the',
      '',
      'harbour itself.',
      ' cil blamed the weather and raised the toll again, to',
      'the anger of everyone who had to pay it.',
    ]
    const read = readPlainText(raw.join('\n'))
    expect(read.blocks.map(({ role }) => role)).toEqual(['paragraph', 'pull-quote'])
    expect(read.text).toContain(
      'When the mole gave way, the council blamed the weather and raised the toll again, to the',
    )
    expect(blockTexts(read)[1]).toBe('The toll was never spent on the harbour itself.')
    expect(read.report).toContainEqual({ what: 'pull quotes set aside', count: 1 })
  })

  it('a sentence that recurs many pages later is not a pull quote', () => {
    const said = 'Every ship that enters the harbour pays the toll before it unloads.'
    const long = 'The mole was mended twice in that year, and nobody could say who had paid for it. '.repeat(
      9,
    )
    const between = Array.from({ length: 25 }, (_, at) => `Year ${at}. ${long}`).join('\n\n')
    const raw = `The Toll\n\n${said}\n\n${between}\n\nWe said it before. ${said} It was never done.`
    expect(readPlainText(raw).blocks.some(({ aside }) => aside)).toBe(false)
    const near = `The Toll\n\n${said}\n\n${long}\n\nWe said it before. ${said} It was never done.`
    expect(readPlainText(near).blocks.some(({ aside }) => aside)).toBe(true)
  })

  it('a table of contents is set aside, and a list of prices is not', () => {
    const contents = [
      '1 The Harbour 3',
      '1.1 The mole . . . . . . . . 3',
      '1.2 The toll ........ 7',
      '2 The Clerks 11',
      '2.1 By day . . . . . 11',
    ]
    const body =
      'The harbour was governed by a council that met in secret, and nobody wrote down what it said.'
    const read = readPlainText(`The Harbour and Its Clerks\n\nContents\n\n${contents.join('\n')}\n\n${body}`)
    expect(read.blocks.filter(({ aside }) => aside === 'table of contents')).toHaveLength(1)
    expect(blockTexts(read)).toContain(contents.join('\n'))
    expect(outline(read).at(-1)).toBe(`paragraph: ${body}`)
    const prices = 'Tea . . . . . 20\nBread . . . . . 12\nRum . . . . . 90'
    expect(readPlainText(`${body}\n\n${prices}\n\n${body}`).blocks.some(({ aside }) => aside)).toBe(false)
  })

  it('page numbers and running heads are set aside, and the sentence continues across the page', () => {
    const page = (number: number, text: string): string =>
      `${text}\n\n${number}\nJournal of Harbour Studies\n\n`
    const read = readPlainText(
      page(
        7,
        'Grain was moved through the port by night, and\nthe officers who ought to have seen it were paid by',
      ) +
        page(
          8,
          'the owners of the ships. It was not until later that\nanybody asked where all the money had come from and',
        ) +
        page(
          9,
          'where it went. The answer was simple enough, but\nit took a decade until somebody wrote it down.',
        ),
    )
    expect(read.blocks.filter(({ aside }) => !aside)).toHaveLength(1)
    expect(read.report).toContainEqual({
      what: 'headers, footers and other page elements set aside',
      count: 6,
    })
    expect(blockTexts(read)[0]).toMatch(/paid by the owners.*come from and where it went/)
  })

  it('an article with one line per paragraph keeps its paragraphs, and web page elements are set aside', () => {
    const body =
      'The sale was over by noon, and it took the city years to notice that it no longer owned its harbour.'
    const rest =
      'There had been warnings. Two auditors had written to the mayor, and a third one had left in protest.'
    const raw = `How the Harbour Was Lost\nBy Jane Example\n${body}\nWhat came after\n${rest}\nComments (4)\nRelated articles\nWhy Ships Are Late`
    expect(outline(readPlainText(raw))).toEqual([
      'title: How the Harbour Was Lost',
      'paragraph: By Jane Example',
      `paragraph: ${body}`,
      'heading: What came after',
      `paragraph: ${rest}`,
      'furniture aside: Comments (4)',
      'furniture aside: Related articles',
      'furniture aside: Why Ships Are Late',
    ])
  })

  it('mail keeps its items and its signature, and takes its title from the subject', () => {
    const raw = [
      'Subject: The next meeting',
      '',
      'I have read the draft twice and I think that we should meet',
      'again before the month is out. My points are these:',
      '',
      '- the numbers must be checked with the port before anybody',
      '  sees them',
      '- the draft is too long',
      '',
      '> I do not think that we can wait any longer for the',
      '> union.',
      '',
      'Anna Example',
      'Harbour Office',
      '12 Quay Street',
    ]
    const read = readPlainText(raw.join('\n'))
    expect(read.title).toBe('The next meeting')
    expect(outline(read).slice(2)).toEqual([
      'list-item: - the numbers must be checked with the port before anybody sees them',
      'list-item: - the draft is too long',
      'quote: I do not think that we can wait any longer for the union.',
      'paragraph: Anna Example\nHarbour Office\n12 Quay Street',
    ])
  })

  it('paragraphs separated only by an indent, and the title above them, are found', () => {
    const raw = [
      'The Night Train',
      '',
      '   It was late when the train came in. The platform was empty and',
      'the lamps had been put out one after another.',
      '   "You are late," said the porter.',
      '   Nothing moved. The porter went back into his hut and shut the',
      'door behind him.',
    ]
    expect(readPlainText(raw.join('\n')).blocks.map(({ role }) => role)).toEqual([
      'title',
      'paragraph',
      'paragraph',
      'paragraph',
    ])
  })

  it('each entry under a heading for references is a note', () => {
    const raw = [
      'This text is about the harbour and its toll, and it is only as',
      'long as it must be to have a list of references.',
      '',
      'REFERENCES',
      'Adams, J. (1999). Harbours of the north: A social history of',
      '   tolls and dues. Quay Press.',
      "Baker, L. and Smith, T. (2004). 'Grain and price', Journal of",
      '   Ports, 12(3), pp. 14-29.',
    ]
    const read = readPlainText(raw.join('\n'))
    expect(read.blocks.map(({ role }) => role)).toEqual(['paragraph', 'heading', 'note', 'note'])
    expect(blockTexts(read)[2]).toMatch(/^Adams.*Quay Press\.$/)
  })
})

const folder = '../shared/articles'
const articles = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : []
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

describe.skipIf(articles.length === 0)('real articles', () => {
  const rawOf = (start: string): string => {
    const name = articles.find((file) => file.startsWith(start))
    return name ? readFileSync(`${folder}/${name}`, 'utf8') : ''
  }

  it.each(['000', '001', '002', '004'])('%s, with one line per paragraph, is read word for word', (start) => {
    const lines = rawOf(start)
      .split('\n')
      .map((line) => line.replace(/\s+/g, ' ').trim())
    expect(blockTexts(readPlainText(rawOf(start)))).toEqual(lines.filter((line) => line !== ''))
  })

  it('003, copied from a PDF, has whole sentences, six headings and ten pull quotes', () => {
    const raw = rawOf('003')
    const read = readPlainText(raw)
    const roles = read.blocks.map(({ role }) => role)
    expect(roles.filter((role) => role === 'heading')).toHaveLength(6)
    expect(roles.filter((role) => role === 'pull-quote')).toHaveLength(10)
    expect(roles.filter((role) => role === 'caption')).toHaveLength(2)
    expect(lettersAndDigits(read.text)).toBe(lettersAndDigits(raw))
    const paragraphs = blockTexts(read).filter((_, index) => roles[index] === 'paragraph')
    expect(paragraphs.filter((text) => !/[.]$/.test(text))).toEqual([])
    const sentences = paragraphs.flatMap((text) => text.split(/(?<=\.) (?=\p{Lu})/u))
    expect(sentences.map(hashOf)).toEqual(expect.arrayContaining(WHOLE_SENTENCES))
  })
})

/** Hashes of sentences that run over a pull quote, a page or a cut word. */
const WHOLE_SENTENCES = ['365135b46e982ead', '8fc25a7e09005bc5']

describe('a refrain', () => {
  it('is read: what is set aside as a repetition is in a block that is read', () => {
    const refrain = 'O what is it shines on the water so clear\nAt the foot of the pier on the hill?'
    const between =
      'The passengers sang while the ferry went out, and the captain sang along with them, as he did.'
    const { blocks } = readPlainText(
      `The song of the ferry\n\n${refrain}\n\n${between}\n\n${refrain}\n\n${between}`,
    )
    expect(blocks.filter(({ aside }) => aside)).toEqual([])
  })
})
