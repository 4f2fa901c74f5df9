import { expect, it } from 'vitest'
import { element, render } from './svg-xml'

it('escapes XML characters in text and attributes', () => {
  const node = element('a', { b: `<"'&>` }, `<"'&>`)
  expect(render(node)).toBe('<a b="&lt;&quot;&#39;&amp;&gt;">&lt;&quot;&#39;&amp;&gt;</a>')
})

it('leaves out attributes without a value and rounds numbers', () => {
  expect(render(element('a', { b: undefined, c: '', d: 1 / 3, e: 0 }))).toBe('<a d="0.33" e="0"/>')
})

it('drops control characters and replaces lone surrogates', () => {
  expect(render('a\u0000b\u0007c\ufffed\ud83de\tf\ng')).toBe('abcd\ufffde\tf\ng')
})
