import { expect, test } from 'vitest'
import { canonicalAddress, canonicalDoi, doiOf } from './addresses'

test.each([
  ['scheme and www', 'http://www.example.org/a', 'https://example.org/a'],
  ['no scheme', '//example.org/a', 'https://example.org/a'],
  ['capitals in the host', 'https://EXAMPLE.org/a', 'https://example.org/a'],
  ['a slash at the end', 'https://example.org/a/', 'https://example.org/a'],
  ['a fragment', 'https://example.org/a#comments', 'https://example.org/a'],
  ['a standard port', 'https://example.org:443/a', 'https://example.org/a'],
  ['an index page', 'https://example.org/a/index.html', 'https://example.org/a'],
  [
    'tracking parameters',
    'https://example.org/a?utm_source=x&fbclid=1&id=7&UTM_Medium=y',
    'https://example.org/a?id=7',
  ],
  ['the order of parameters', 'https://example.org/a?b=2&a=1', 'https://example.org/a?a=1&b=2'],
  ['escaped letters', 'https://example.org/T%C3%BCrkiye', 'https://example.org/Türkiye'],
])('two addresses are the same apart from %s', (_case, one, other) => {
  expect(canonicalAddress(one)).toBe(canonicalAddress(other))
  expect(canonicalAddress(one)).not.toBe('')
})

test.each([
  ['pages', 'https://example.org/a', 'https://example.org/b'],
  ['articles told by a parameter', 'https://example.org/a?id=1', 'https://example.org/a?id=2'],
  ['sites', 'https://news.example.org/a', 'https://example.org/a'],
])('two %s are different', (_case, one, other) => {
  expect(canonicalAddress(one)).not.toBe(canonicalAddress(other))
})

test.each([
  '',
  'https://example.org',
  'https://www.example.org/?utm_source=x',
  'an archive',
  'file:///a/b',
  '/a',
])('not a single page: %s', (url) => {
  expect(canonicalAddress(url)).toBe('')
})

test('an address with invalid escapes is still compared', () => {
  expect(canonicalAddress('https://example.org/100%/a')).toBe('example.org/100%/a')
})

test.each([
  ['10.1000/XYZ.123', '10.1000/xyz.123'],
  ['https://doi.org/10.1000/xyz.123', '10.1000/xyz.123'],
  ['http://dx.doi.org/10.1000%2Fxyz', '10.1000/xyz'],
  ['doi: 10.1000/xyz.', '10.1000/xyz'],
  ['(see 10.1000/xyz)', '10.1000/xyz'],
  ['10.1016/S0304(98)00046-7', '10.1016/s0304(98)00046-7'],
  ['10.1016/S0304(98)', '10.1016/s0304(98)'],
  ['10.5', ''],
  ['', ''],
])('the DOI in %s', (text, doi) => {
  expect(canonicalDoi(text)).toBe(doi)
})

test('an address gives a DOI only if it is at the resolver', () => {
  expect(doiOf({ doi: '', url: 'https://doi.org/10.1000/xyz' })).toBe('10.1000/xyz')
  expect(doiOf({ doi: '', url: 'https://example.org/10.1000/xyz' })).toBe('')
})
