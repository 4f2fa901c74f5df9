import { describe, expect, test } from 'vitest'
import { Builder } from '../../testing/build'
import { testEnv } from '../../testing/env'
import { exportEnv } from '../../testing/export-env'
import { DEFAULT_LOOK } from '../export/picture-options'
import { EXPORT_WRITERS } from '../export/writers'
import { fittingFormats } from './recognise'
import { fileRead } from './testing/read'
import { said } from './testing/said'

const AGXML = `<arggraph id="a"><edu id="e1">It silts up.</edu><edu id="e2">Ships run late.</edu><adu id="a1" type="pro"/>
<adu id="a2" type="opp"/><edge id="s1" src="e1" trg="a1" type="seg"/><edge id="s2" src="e2" trg="a2" type="seg"/>
<edge id="c1" src="a1" trg="a2" type="sup"/></arggraph>`

test('the root of an XML file is known by its name, whatever its prefix', async () => {
  const prefixed = AGXML.replace(/<(\/?)(\w)/g, '<$1g:$2').replace(
    '<g:arggraph',
    '<g:arggraph xmlns:g="urn:x"',
  )
  expect(fittingFormats('a.xml', prefixed)).toEqual(['agxml'])
  const [one, other] = await Promise.all([AGXML, prefixed].map((text) => fileRead('agxml', text, 'a.xml')))
  expect(said(other!.project)).toEqual(said(one!.project))
})

describe('an XML file that is not whole is refused and not read in part', () => {
  test.each([
    ['that ends too early', AGXML.slice(0, 200), /ends too early/],
    ['that goes on after its end', AGXML.replace('<adu', '</arggraph><adu'), /goes on after its end/],
  ])('%s', async (_, text, message) => {
    await expect(fileRead('agxml', text, 'a.xml')).rejects.toThrow(message)
  })
})

test('the line ends of an XML file are no part of its words', async () => {
  const outline =
    '<opml version="2.0"><body><outline text="One" _note="a&#10;b"/><outline text="Two"/></body></opml>'
  const freeplane =
    '<map version="1"><node ID="n" TEXT="Top"><richcontent TYPE="NOTE"><p>one\ntwo</p></richcontent></node></map>'
  for (const [name, text] of [
    ['opml', outline],
    ['freeplane', freeplane],
  ] as const) {
    const notes = async (of: string) =>
      [...(await fileRead(name, of, 'a.xml')).project.claims.values()].map(({ note }) => note)
    for (const end of ['\r\n', '\r'])
      expect(await notes(text.replaceAll('\n', end))).toEqual(await notes(text))
  }
})

test('blank lines at the end of a CSV file are no rows', async () => {
  const csv = 'Highlight,Book Title\nWords,A book\n'
  for (const end of ['', '\n', '\r\n\r\n', '  \n'])
    expect((await fileRead('readwise', csv + end, 'readwise.csv')).report).toEqual([])
})

test('clippings of a Kindle may begin with the rule between two of them', async () => {
  const entry =
    'A book (Kern, Ada)\n- Your Highlight on page 3 | Added on Friday, 2 January 2026\n\nWords.\n==========\n'
  for (const text of [entry, `==========\n${entry}`, `\n==========\n${entry}`]) {
    expect(fittingFormats('My Clippings.txt', text)).toEqual(['kindle'])
    expect(said((await fileRead('kindle', text, 'My Clippings.txt')).project)).toEqual(['Words.'])
  }
})

test('P9 an argument that Counterpoint wrote for a statement that attacks or undercuts is one step again', async () => {
  const builder = new Builder('Test', testEnv('undercut'))
  const { map } = builder
  const [one, two, three, four] = ['One', 'Two', 'Three', 'Four'].map((text) => builder.claim(text, map))
  const step = builder.relation('attack', [one!, two!], three!)
  builder.relation('attack', [four!], builder.relation('attack', [three!], step))
  const text = String(
    await EXPORT_WRITERS.argdown({ project: builder.project, map, ...DEFAULT_LOOK }, exportEnv),
  )
  expect(said((await fileRead('argdown', text, 'a.argdown')).project)).toEqual(said(builder.project))
})
