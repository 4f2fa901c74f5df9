import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { JOIN_WITHIN, NO_HISTORY, record, redo, undo, type History, type UndoEntry } from './history'
import { applyPatch, type Patch } from './patch'
import type { Project } from './project'
import { Builder } from '../testing/build'

const builder = new Builder()
const id = builder.claim('a')
const first = builder.project

const reword = (from: string, to: string): Patch => {
  const claim = first.claims.get(id)!
  return [{ table: 'claims', id, from: { ...claim, text: from }, to: { ...claim, text: to } }]
}

/** The history after typing letters at the given times. */
const typed = (...letters: [from: string, to: string, at: number][]): History =>
  letters.reduce(
    (history, [from, to, at]) =>
      record(history, { label: 'edit wording', patch: reword(from, to), joins: 'wording', at }),
    NO_HISTORY,
  )

const travel = (project: Project, step: ReturnType<typeof undo>): Project => {
  const applied = step && applyPatch(project, step.patch!)
  if (!applied || 'conflict' in applied) throw new Error('nothing to travel to')
  return applied.project
}

describe('typing', () => {
  test(`joins changes within ${JOIN_WITHIN} ms of the last letter, however long it continues`, () => {
    const history = typed(['a', 'ab', 0], ['ab', 'abc', 500], ['abc', 'abcd', 1000])
    expect(history.done).toHaveLength(1)
    expect(undo(history)!.patch).toEqual(reword('abcd', 'a'))
  })

  test('begins a new entry after a pause', () => {
    expect(typed(['a', 'ab', 0], ['ab', 'abc', JOIN_WITHIN + 1]).done).toHaveLength(2)
  })

  test('begins a new entry in another field, or if the change does not join', () => {
    const one = typed(['a', 'ab', 0])
    expect(record(one, { label: '', patch: reword('ab', 'abc'), joins: 'note', at: 1 }).done).toHaveLength(2)
    expect(record(one, { label: '', patch: reword('ab', 'abc'), at: 1 }).done).toHaveLength(2)
    const plain = record(NO_HISTORY, { label: '', patch: reword('a', 'ab'), at: 0 })
    expect(record(plain, { label: '', patch: reword('ab', 'abc'), at: 1 }).done).toHaveLength(2)
  })

  test('begins a new entry after another change', () => {
    const between = record(typed(['a', 'ab', 0]), { label: 'move card', patch: [], at: 10 })
    expect(
      record(between, { label: '', patch: reword('ab', 'abc'), joins: 'wording', at: 20 }).done,
    ).toHaveLength(3)
  })

  test('that is reverted at once leaves no empty entry', () => {
    expect(typed(['a', 'ab', 0], ['ab', 'a', 100])).toEqual(NO_HISTORY)
  })

  test('does not join an entry that was redone', () => {
    const again = redo(undo(typed(['a', 'ab', 0]))!.history)!.history
    expect(
      record(again, { label: '', patch: reword('ab', 'abc'), joins: 'wording', at: 1 }).done,
    ).toHaveLength(2)
  })
})

describe('undo and redo', () => {
  const two = typed(['a', 'b', 0], ['b', 'c', 9000])

  test('P1 go back and forth through the same states, and name what they undo', () => {
    const c = { ...first, claims: new Map([[id, { ...first.claims.get(id)!, text: 'c' }]]) }
    const [back, further] = [undo(two)!, undo(undo(two)!.history)!]
    expect(travel(travel(c, back), further)).toEqual(first)
    expect(back.label).toBe('edit wording')
    expect(travel(travel(first, redo(further.history)), redo(redo(further.history)!.history))).toEqual(c)
  })

  test('return undefined at either end', () => {
    expect(undo(NO_HISTORY)).toBeUndefined()
    expect(redo(two)).toBeUndefined()
  })

  test('a new entry discards entries that could be redone', () => {
    const history = record(undo(two)!.history, { label: 'other', patch: reword('b', 'x'), at: 9999 })
    expect(redo(history)).toBeUndefined()
    expect(history.done.map(({ label }) => label)).toEqual(['edit wording', 'other'])
  })

  test('never lose or duplicate an entry', () => {
    const acts = fc.array(
      fc.oneof(fc.constant('undo' as const), fc.constant('redo' as const), fc.nat({ max: 3000 })),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(acts, (list) => {
        let history = NO_HISTORY
        let made = 0
        list.forEach((act, index) => {
          const before = history
          if (typeof act === 'number') {
            const step: UndoEntry = {
              label: `${index}`,
              patch: reword(`${made}`, `${++made}`),
              joins: 'wording',
              at: index * 1000 - act,
            }
            history = record(history, step)
            expect(history.undone).toEqual([])
          } else {
            const moved = act === 'undo' ? undo(history) : redo(history)
            history = moved?.history ?? history
            expect(history.done.length + history.undone.length).toBe(
              before.done.length + before.undone.length,
            )
          }
        })
        expect(history.done.length + history.undone.length).toBeLessThanOrEqual(made)
      }),
    )
  })
})
