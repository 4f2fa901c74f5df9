import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from '#domain/document/load'
import { withPatches } from '#domain/document/replay'
import { commandSequence } from '#domain/testing/command-sequence'
import { play } from '#domain/testing/play'
import { sampleProject } from '#domain/testing/sample'
import { sumsOf } from '../files/file-checksum'
import { contentsOf } from '../history/version-history'
import { fileBytes, filePieces, fileText } from '../store/file-text'
import { contentsAfter, readChangedRecords } from './changed-records'

const BASE = fileBytes(sampleProject())

test('P9 a file with copied records is the same as one that is written from the whole project', () => {
  fc.assert(
    fc.property(commandSequence(6), fc.nat(1000), (planned, together) => {
      const { project, steps } = play(planned)
      const part = readChangedRecords(BASE, steps, together)!
      const next = withPatches(part.project, steps)
      const hash = createHash('sha256')
      const bytes = Buffer.concat([...filePieces(next, hash, part.copied)])
      expect(bytes.toString()).toBe(fileText(project))
      expect(sumsOf(bytes)).toEqual({ checksum: 'right', generation: hash.digest('hex') })
      const before = contentsOf(sampleProject())
      expect(contentsAfter(before, part.project, next)).toEqual(contentsOf(project))
    }),
  )
})

test('only the records between which something changes are read', () => {
  const { steps } = play([{ name: 'claim.add', input: () => ({ text: 'New', category: 'judgement' }) }])
  const { project, copied } = readChangedRecords(BASE, steps, 1)!
  expect([...project.claims.keys()]).toEqual([])
  expect(copied.get('claims')).toHaveLength(sampleProject().claims.size)
  expect(copied.get('sources')).toHaveLength(1)
})

test('a file whose records are not sorted is read as a whole', () => {
  const { steps } = play([{ name: 'claim.add', input: () => ({ text: 'New', category: 'judgement' }) }])
  const file = JSON.parse(BASE.toString()) as { claims: unknown[] }
  const text = `${JSON.stringify({ ...file, claims: file.claims.reverse() }, null, 2)}\n`
  expect(readChangedRecords(Buffer.from(text), steps)).toBeUndefined()
})

test('P8 records within records that are indented like those of a table are not taken for these', () => {
  const { steps, project } = play([
    { name: 'claim.reword', input: (now) => ({ claim: [...now.claims.keys()][1], text: 'Reworded' }) },
  ])
  const [, second] = project.claims.keys()
  const inner = `{\n      "id": "${second}"\n    },\n    {\n      "id": "z"\n    }`
  const text = BASE.toString()
  for (const later of [
    `[\n    ${inner}]`,
    `[\n    ${inner}\n  ]`,
    `[${inner},\n    {\n      "id": "zz"\n    }]`,
  ]) {
    const odd = text.replace(/("claims": \[\n {4}\{\n)/, `$1      "later": ${later},\n`)
    expect(parse(odd).ok).toBe(true)
    expect(readChangedRecords(Buffer.from(odd), steps, 1)).toBeUndefined()
  }
})
