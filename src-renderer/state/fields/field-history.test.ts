import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FieldHistory, type FieldState } from './field-history'

const at = (text: string, start = text.length, end = start): FieldState => ({ text, start, end })

/** Types text letter by letter at the end. */
function type(history: FieldHistory, from: string, text: string, kind = 'insertText'): string {
  let now = from
  for (const letter of text) {
    history.before(at(now))
    now += letter
    history.after(at(now), kind)
  }
  return now
}

test('undo takes back a word, and redo brings it again', () => {
  const history = new FieldHistory(at(''))
  type(history, '', 'two words')
  expect(history.undo()?.text).toBe('two ')
  expect(history.undo()?.text).toBe('')
  expect(history.undo()).toBeUndefined()
  expect(history.redo()?.text).toBe('two ')
  expect(history.redo()?.text).toBe('two words')
  expect(history.redo()).toBeUndefined()
})

test.each([
  ['a run of deleted letters is one step', ['deleteContentBackward', 'deleteContentBackward'], 'abcd'],
  ['each pasted text is a step', ['insertFromPaste', 'insertFromPaste'], 'abc'],
])('%s', (_title, kinds, expected) => {
  const history = new FieldHistory(at('abcd'))
  history.before(at('abcd'))
  history.after(at('abc'), kinds[0]!)
  history.before(at('abc'))
  history.after(at('ab'), kinds[1]!)
  expect(history.undo()?.text).toBe(expected)
})

test('a composed word is one step, also after another', () => {
  const history = new FieldHistory(at(''))
  for (const text of ['と', 'とう']) history.after(at(text), 'insertCompositionText')
  history.endStep()
  for (const text of ['とうき', 'とうきょ']) history.after(at(text), 'insertCompositionText')
  expect(history.undo()?.text).toBe('とう')
  expect(history.undo()?.text).toBe('')
})

test('what is typed elsewhere in the field is a step of its own', () => {
  const history = new FieldHistory(at(''))
  type(history, '', 'ab')
  history.before(at('ab', 0))
  history.after(at('xab', 1), 'insertText')
  expect(history.undo()).toEqual(at('ab', 0))
  expect(history.undo()?.text).toBe('')
})

test('nothing is undone across a change that the program made', () => {
  const history = new FieldHistory(at(''))
  type(history, '', 'ab')
  history.before(at('other words'))
  expect(history.undo()).toBeUndefined()
})

test('P undoing everything leads to the first text, and redoing to the last', () => {
  const kind = fc.constantFrom(
    'insertText',
    'insertFromPaste',
    'deleteContentBackward',
    'insertCompositionText',
  )
  fc.assert(
    fc.property(fc.string(), fc.array(fc.tuple(fc.string(), kind)), (first, changes) => {
      const history = new FieldHistory(at(first))
      let last = first
      for (const [text, how] of changes) {
        history.before(at(last))
        history.after(at((last = text)), how)
      }
      let state: FieldState | undefined
      for (let next = history.undo(); next; next = history.undo()) state = next
      if (state) expect(state.text).toBe(first)
      for (let next = history.redo(); next; next = history.redo()) state = next
      expect(state?.text ?? first).toBe(last)
    }),
  )
})
