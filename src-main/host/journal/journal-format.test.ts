import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decodeJournal,
  encodeHead,
  encodeLine,
  encodeMark,
  END,
  isMark,
  JOURNAL_VERSION,
  markOf,
} from './journal-format'

const GENERATION = 'a'.repeat(64)
const OTHER = 'b'.repeat(64)
const PROJECT = 'project'

const journalOf = (values: readonly unknown[], generation = GENERATION): Buffer =>
  Buffer.from(
    encodeHead({ generation, project: PROJECT, lines: values.length }) +
      values.map((value, index) => encodeLine(generation, index + 1, JSON.stringify(value))).join('') +
      END,
  )

const values = fc.array(
  fc.record({ revision: fc.nat(), text: fc.string({ unit: 'binary', maxLength: 20 }) }),
  {
    minLength: 1,
    maxLength: 12,
  },
)

describe('a journal', () => {
  test('is read back as written', () => {
    fc.assert(
      fc.property(values, (written) => {
        const { lines, ...rest } = decodeJournal(journalOf(written))
        expect(lines.map(({ value }) => JSON.stringify(value))).toEqual(
          written.map((each) => JSON.stringify(each)),
        )
        expect(rest).toEqual({
          ...{ generation: GENERATION, version: JOURNAL_VERSION, project: PROJECT },
          ...{ missing: 0, torn: false, counted: true, damaged: false },
        })
      }),
    )
  })

  test('cut anywhere, gives the lines before the cut, and the number of those after it', () => {
    fc.assert(
      fc.property(values, fc.nat({ max: 5000 }), (written, number) => {
        const whole = journalOf(written)
        const head = whole.indexOf('\n') + 1
        const at = head + (number % (whole.length - head))
        const cut = whole.subarray(0, at)
        const { lines, missing, torn } = decodeJournal(cut)
        // A line that lacks only its newline is complete.
        const complete = `${cut.toString('latin1')}\n`.split('\n').filter((line) => line !== '').length - 1
        expect(complete - lines.length).toBeLessThanOrEqual(1)
        expect([missing, torn]).toEqual([written.length - lines.length, true])
      }),
    )
  })

  test('without some whole lines at its end, says how many', () => {
    fc.assert(
      fc.property(values, fc.nat({ max: 12 }), (written, number) => {
        const kept = number % written.length
        const lines = journalOf(written).toString().split('\n')
        const short = Buffer.from([...lines.slice(0, kept + 1), '', ''].join('\n'))
        expect(decodeJournal(short)).toMatchObject({
          ...{ missing: written.length - kept, torn: false, damaged: true },
        })
      }),
    )
  })

  test('of an earlier version, which counts no lines, is read', () => {
    const head = { format: 'counterpoint-journal', version: 1, generation: GENERATION }
    const text = encodeLine(GENERATION, 0, JSON.stringify(head)) + encodeLine(GENERATION, 1, '{"a":1}')
    expect(decodeJournal(Buffer.from(text + END))).toMatchObject({
      ...{ project: undefined, lines: [{ value: { a: 1 } }], missing: 0, counted: false, damaged: false },
    })
    expect(decodeJournal(Buffer.from(text))).toMatchObject({ torn: true, missing: 0, counted: false })
  })

  test('can be read by an earlier version, which ignores the project and the count', () => {
    const [head = ''] = journalOf([{ a: 1 }])
      .toString()
      .split('\n')
    expect(JSON.parse(head.slice(35))).toEqual({
      ...{ format: 'counterpoint-journal', version: JOURNAL_VERSION, generation: GENERATION },
      ...{ project: PROJECT, lines: 1 },
    })
  })

  test('with a flipped bit, loses no line silently', () => {
    fc.assert(
      fc.property(values, fc.nat({ max: 5000 }), fc.nat({ max: 7 }), (written, number, bit) => {
        const bytes = journalOf(written)
        bytes[number % bytes.length]! ^= 1 << bit
        const { lines, missing, torn, generation } = decodeJournal(bytes, [OTHER, GENERATION])
        for (const { sequence, value } of lines)
          expect(JSON.stringify(value)).toBe(JSON.stringify(written[sequence - 1]))
        // A journal of an unknown generation is set aside as a whole.
        const known = generation !== undefined
        if (lines.length < written.length) expect(missing > 0 || torn || !known).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('with an unreadable head is read by the generation that it may extend', () => {
    const bytes = journalOf([{ a: 1 }, { a: 2 }])
    bytes[50]! ^= 1
    expect(decodeJournal(bytes)).toMatchObject({ generation: undefined, lines: [] })
    expect(decodeJournal(bytes, [OTHER, GENERATION])).toMatchObject({
      generation: GENERATION,
      missing: 0,
      lines: [{ value: { a: 1 } }, { value: { a: 2 } }],
    })
  })

  test('with a damaged last newline has its last line', () => {
    const bytes = journalOf([{ a: 1 }, { a: 2 }])
    bytes[bytes.length - 2]! ^= 1
    expect(decodeJournal(bytes)).toMatchObject({
      lines: [{ value: { a: 1 } }, { value: { a: 2 } }],
      missing: 0,
    })
  })

  test('accepts no line of another journal, and none twice', () => {
    const foreign = encodeLine(OTHER, 2, '{"a":"foreign"}')
    const again = encodeLine(GENERATION, 1, '{"a":"again"}')
    const bytes = Buffer.concat([journalOf([{ a: 1 }]).subarray(0, -1), Buffer.from(foreign + again + END)])
    expect(decodeJournal(bytes)).toMatchObject({
      ...{ lines: [{ value: { a: 1 } }], missing: 0, torn: false, damaged: true },
    })
  })

  test('with bytes after its end, or with the line ends of Windows, is damaged and lacks nothing', () => {
    const whole = journalOf([{ a: 1 }, { a: 2 }])
    const spoilt = ['garbage', 'garbage\n', 'garbage\nmore', '\n', '\0\0', '\r\n'].map(
      (added) => whole + added,
    )
    for (const text of [...spoilt, whole.toString().replaceAll('\n', '\r\n')])
      expect(decodeJournal(Buffer.from(text)), JSON.stringify(text)).toMatchObject({
        ...{ lines: [{ value: { a: 1 } }, { value: { a: 2 } }], missing: 0, torn: false },
        ...{ counted: true, damaged: true },
      })
  })

  test('of which one byte was written since the last answer, is cut, and lacks nothing that was counted', () => {
    const whole = journalOf([{ a: 1 }, { a: 2 }]).subarray(0, -1)
    for (const added of ['', '3', '3 ', '3 01ab'])
      expect(decodeJournal(Buffer.from(whole + added))).toMatchObject({
        missing: 0,
        torn: true,
        counted: true,
      })
  })

  test('with any bytes is read without an error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(decodeJournal(bytes, [GENERATION]).lines).toEqual([])
      }),
    )
  })
})

test('a mark is distinguished from a patch', () => {
  const mark = { snapshot: GENERATION, through: 3 }
  expect([isMark(encodeMark(mark)), markOf(JSON.parse(encodeMark(mark)))]).toEqual([true, mark])
  const step = '{"revision":1,"modified":"","patch":[]}'
  expect([isMark(step), markOf(JSON.parse(step))]).toEqual([false, undefined])
})
