import { expect, test } from 'vitest'
import { isCredit } from './html-credits'
import { PROSE, read } from './testing/read-page'

const prose = (times = 5) => `<p>${PROSE.repeat(times)}</p>`
const LONG = PROSE.repeat(5).trim()

const shown = async (body: string, lang = 'en') => {
  const { text, blocks } = await read(`<html lang="${lang}"><body><article>${body}</article></body></html>`)
  return blocks.filter(({ aside }) => !aside).map(({ start, end }) => text.slice(start, end))
}

test.each([
  ['By Ada Writer and Bo O’Neil', 'en'],
  ['by Ada Writer | November 18, 2019 12:01 PM Print this article', 'en'],
  ['May 6, 2020 · 7 min read', 'en'],
  ['Par Jeanne Dupont', 'fr'],
  ['Publié le 06 mai 2020 à 10h30 - Mis à jour le 06 mai 2020 à 12h00', 'fr'],
  ['Temps de lecture : 2 min', 'fr'],
  ['06.05.2020, 10:30 Uhr', 'de'],
  ['Обновлено 6 мая 2020', 'ru'],
  ['1.2K', 'en'],
])('“%s” on a page in “%s” is a credit', (line, language) => {
  expect(isCredit(line, language)).toBe(true)
})

test.each([
  'By the river',
  'Stand by me, she said',
  '14',
  'The plan was published in 2019.',
  'Di questo non si parla',
])('“%s” is no credit', (line) => {
  expect(isCredit(line, 'en')).toBe(false)
})

test('credits above the text and below its lead are set aside, and a date above an entry of a diary is not', async () => {
  const body = `<h1>Talks</h1><p>May 6, 2020 · 7 min read</p><p>1.2K</p><p>14</p>${prose(2)}<p>By Ada Writer</p><p>Published May 6, 2020</p><p>Updated 3 hours ago</p>${prose()}<p>6 August 2019</p>${prose()}`
  expect(await shown(body)).toEqual(['Talks', PROSE.repeat(2).trim(), LONG, '6 August 2019', LONG])
})

test.each([
  ['Lire aussi : <a href="/a">Le pont ferme</a>', 'fr'],
  ['<b>Lesen Sie auch:</b> <a href="https://example.org/a">Die Brücke ist zu</a>', 'de'],
  ['Mehr zum Thema: Die Brücke ist zu', 'de'],
  ['Lea también: El puente', 'es'],
  ['Читайте также: Мост закрыт', 'ru'],
  ['Related: <a href="https://example.org/a">The bridge is shut.</a>', 'en'],
  ['Anzeige', 'de'],
  ['Publicité', 'fr'],
  ['1:24', 'en'],
  ['By signing up you agree to our Terms of Service and Privacy Policy.', 'en'],
  ['Síguenos en Twitter', 'es'],
])('“%s” between two paragraphs is set aside', async (prompt, lang) => {
  expect(await shown(`<h1>Talks</h1>${prose()}<p>${prompt}</p>${prose()}`, lang)).toEqual([
    'Talks',
    LONG,
    LONG,
  ])
})

test.each([
  'Related: they are cousins, and have not spoken for years.',
  'More on this: nobody was told, and nobody asked.',
  'Anzeige gegen unbekannt',
  'Follow him down the road, and you come to the harbour.',
])('“%s” is read', async (words) => {
  expect(await shown(`<h1>Talks</h1>${prose()}<p>${words}</p>${prose()}`)).toEqual([
    'Talks',
    LONG,
    words,
    LONG,
  ])
})

test('a form for a newsletter, an offer to subscribe and a line about the author are set aside', async () => {
  const letter = '<div><h3>Get the Morning Briefing</h3><p>Sign up for our newsletter</p></div>'
  const author = '<p>Ada Writer writes about bridges. Follow her on Twitter @ada</p>'
  const offer =
    '<h3>Subscribe to continue reading</h3><p>It costs a dollar a week.</p><ul><li>No limits</li></ul>'
  expect(await shown(`<h1>Talks</h1>${prose()}${letter}${prose()}${author}${offer}`)).toEqual([
    'Talks',
    LONG,
    LONG,
  ])
})

test('the next article, with which a page goes on below its own, is set aside', async () => {
  const article = (title: string) => `<article><h1>${title}</h1>${prose()}${prose()}</article>`
  const page = (window: string) =>
    `<html><head><title>${window}</title></head><body><div>${article('The first')}${article('The second')}</div></body></html>`
  const read1 = async (window: string) => {
    const { text, blocks } = await read(page(window))
    return blocks.filter(({ aside }) => !aside).map(({ start, end }) => text.slice(start, end))
  }
  expect(await read1('The first | Paper')).toEqual(['The first', LONG, LONG])
  expect(await read1('Paper')).toContain('The second')
})

test('the buttons for editing are no part of the headings of an encyclopedia', async () => {
  const heading = '<h2>History<span class="mw-editsection">[<a href="#e">edit</a>]</span></h2>'
  expect(await shown(`<h1>Talks</h1>${prose()}${heading}${prose()}`)).toContain('History')
})
