import { describe, expect, it } from 'vitest'
import { countForms, formsOf, halvesAt, judgeHyphen } from './hyphens'

/** The word that two halves are joined to, in a document with the given other lines. */
function joined(left: string, right: string, ...document: string[]): string {
  const halves = halvesAt(left, right)
  if (!halves) return `${left}${right}`
  const verdict = judgeHyphen(halves, countForms(document, new Set(formsOf(halves))))
  return verdict === 'cut' ? left.slice(0, -1) + right : left + right
}

describe('a hyphen at the end of a line', () => {
  it.each([
    ['re-', 'lations', 'relations'],
    ['path-', 'dependent', 'path-dependent'],
    ['Turkey-', 'US', 'Turkey-US'],
    ['1975-', '1978', '1975-1978'],
    ['F-', '35', 'F-35'],
    ['UN-', 'backed', 'UN-backed'],
    ['non-', 'factors', 'non-factors'],
    ['self-', 'sufficiency', 'self-sufficiency'],
    ['vis-à-', 'vis', 'vis-à-vis'],
    ['friend-', 'or-foe', 'friend-or-foe'],
    ['best-orga-', 'nized', 'best-organized'],
    ['RELA-', 'TIONS', 'RELATIONS'],
    ['counter-', 'terrorism', 'counterterrorism'],
    ['Fethul-', 'lah', 'Fethullah'],
  ])('%s + %s is %s', (left, right, word) => {
    expect(joined(left, right)).toBe(word)
  })

  it('is judged by other words of the document before the word list', () => {
    expect(joined('anti-', 'body', 'an anti-body here, an anti-body there')).toBe('anti-body')
    expect(joined('harbour-', 'master', 'the harbourmaster came')).toBe('harbourmaster')
    expect(joined('Tur-', 'key’s', 'relations with Turkey’s neighbours')).toBe('Turkey’s')
  })

  it('is not judged by halves of other split words', () => {
    expect(joined('harbour-', 'master', 'the harbour-', 'master came')).toBe('harbour-master')
  })
})
