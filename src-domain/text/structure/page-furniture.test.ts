import { describe, expect, it } from 'vitest'
import { findPageFurniture } from './page-furniture'
import { readLayout } from '../lines/line-metrics'
import { findWebBoilerplate } from './web-boilerplate'
import { splitLines } from '../lines/lines'

const setAside = (text: string): string[] => {
  const lines = splitLines(text)
  return [...findPageFurniture(lines, readLayout(lines)).keys()].map((line) => line.text)
}
const leftovers = (text: string): string[] =>
  [...findWebBoilerplate(splitLines(text)).keys()].map((line) => line.text)

describe('page furniture', () => {
  it('a number inside a sentence that spans pages is a page number', () => {
    expect(
      setAside('The toll was levied on every vessel by\nofficers of the\n\n12\n\ncrown until the end.'),
    ).toEqual(['12'])
  })

  it('numbers in a column of a table stay', () => {
    expect(setAside('Ships in the outer harbour, by year\n12\n13\n14\nand so it went on')).toEqual([])
  })

  it('numbers over chapters stay', () => {
    expect(setAside('1\n\nThe train was late.\n\n2\n\nThe train was gone.\n\n3\n\nNobody came.')).toEqual([])
  })

  it('a year at the end of a wrapped paragraph stays', () => {
    expect(
      setAside('The letter was written in the harbour and it was sent on 3 May\n2017\n\nNothing came of it.'),
    ).toEqual([])
  })

  it('a line that occurs once is no running head, even inside a sentence at a page break', () => {
    expect(setAside('It was run by a council of\n\fthe Merchants\nand nobody else.')).toEqual([])
    expect(setAside('It was run by a council of\n\fAnnual Report\nmerchants and nobody else.')).toEqual([])
  })

  it('a line that recurs beside page breaks is a running head, a refrain is not', () => {
    const page = 'The harbour was run by a council\nof merchants.\n\fAnnual Report\n'
    expect(setAside(page.repeat(3))).toEqual(['Annual Report', 'Annual Report', 'Annual Report'])
    expect(setAside('The lamp went out.\n\nLantern, burning low\n\n'.repeat(3))).toEqual([])
  })
})

describe('web leftovers', () => {
  it.each([
    'Comments (13)',
    'Sign up for our weekly newsletter',
    'Join the discussion to comment.',
    'Share this article',
    'Advertisement',
    '© 2020 Example House',
  ])('%s is set aside', (line) => {
    expect(leftovers(`The sale was over by noon.\n\n${line}\n\nNobody was sorry.`)).toEqual([line])
  })

  it.each([
    'Copyright is a right that the clerks of the town had never heard of.',
    'Copyright law came late.',
  ])('“%s” is a sentence of the article', (line) => {
    expect(leftovers(`The sale was over by noon.\n\n${line}\n\nNobody was sorry.`)).toEqual([])
  })

  it.each(['Copyright 2020 Example House. All rights reserved.', 'Copyright Example House'])(
    '“%s” is a notice',
    (line) => {
      expect(leftovers(`The sale was over by noon.\n\n${line}\n\nNobody was sorry.`)).toEqual([line])
    },
  )

  it('a bar of buttons is set aside, a single such word is not', () => {
    expect(leftovers('Facebook\nTwitter\nEmail')).toHaveLength(3)
    expect(leftovers('Home\n\nThey came to the house at last.')).toEqual([])
  })

  it('titles after "You may also like" are set aside only at the end of the text', () => {
    const long = 'This paragraph is part of the article. '.repeat(6)
    expect(leftovers(`${long}\n\nYou May Also Like\n\nWhy Ships Are Late`)).toHaveLength(2)
    expect(leftovers(`You May Also Like\n\n${long}`)).toEqual([])
  })

  it('a sentence that begins like a prompt stays', () => {
    expect(leftovers('Follow the money, he said, and he was right.\n\nRead the papers first.')).toEqual([])
  })
})
