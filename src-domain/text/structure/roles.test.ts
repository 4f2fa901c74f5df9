import { describe, expect, it } from 'vitest'
import { captionOf } from './captions'
import { readPlainText } from './plain-text'

const long =
  'The harbour was governed by a council of merchants that met in secret and kept no minutes at all.'

const rolesOf = (...paragraphs: string[]): string[] =>
  readPlainText(paragraphs.join('\n\n')).blocks.map(({ role, level }) => (level ? `${role} ${level}` : role))

describe('roles', () => {
  it('a short line above a paragraph is a heading, and its section number gives its level', () => {
    expect(rolesOf(long, 'The Morning After', long)).toEqual(['paragraph', 'heading 2', 'paragraph'])
    expect(
      rolesOf(long, '2. The Toll', long, '2.1 Who paid', long).filter((role) => role.startsWith('h')),
    ).toEqual(['heading 2', 'heading 3'])
  })

  it('a byline, a date, a salutation and a line before a list are not headings', () => {
    for (const line of ['By Jane Example', 'June 3, 2020', 'Dear Ben,', 'Three things follow:']) {
      expect(rolesOf(long, line, long)[1]).toBe('paragraph')
    }
  })

  it('numbered sources at the end are notes, numbered advice is a list', () => {
    const sources = ['1. Adams, “Tolls,” Quay Press, 1999', '2. Baker, “Grain,” retrieved 3 May 2016']
    expect(rolesOf(long, long.replace('harbour', 'port'), ...sources)).toEqual([
      'paragraph',
      'paragraph',
      'note',
      'note',
    ])
    expect(
      rolesOf(long, long.replace('harbour', 'port'), '1. Read the papers.', '2. Ask who gains.').slice(2),
    ).toEqual(['list-item', 'list-item'])
  })

  it('notes under a heading end where the next heading begins', () => {
    expect(
      rolesOf(
        long,
        'Notes',
        'Adams, J. (1999). Tolls. Quay Press.',
        'About the author',
        long.replace('The', 'A'),
      ),
    ).toEqual(['paragraph', 'heading 2', 'note', 'heading 2', 'paragraph'])
  })

  it('a quoted sentence that the body repeats is a pull quote, a refrain of whole paragraphs is not', () => {
    expect(rolesOf(`${long} Nobody asked why.`, `"${long}"`)).toEqual(['paragraph', 'pull-quote'])
    expect(rolesOf(long, 'Nobody asked why.', long)).toEqual(['paragraph', 'paragraph', 'paragraph'])
  })
})

describe('captions', () => {
  it.each([
    ['Image courtesy of the port', 'picture'],
    ['Cover photo: The outer mole at dusk', 'picture'],
    ['The mayor signs the sale. (Jane Example/Getty Images)', 'picture'],
    ['The mayor opens the dock on 3 May. Source: HP', 'picture'],
    ['Figure 1. Toll income by year', 'figure'],
    ['Figure 1 shows that the toll rose every year.', undefined],
    ['The photo was taken from the mole.', undefined],
    ['The source of the money was never found.', undefined],
  ])('%s', (text, kind) => {
    expect(captionOf(text)).toBe(kind)
  })
})
