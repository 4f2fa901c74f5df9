import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exportEnv } from '../../../testing/export-env'
import { DEFAULT_LOOK } from '../../export/picture-options'
import { EXPORT_WRITERS } from '../../export/writers'
import { emptyProject, fileRead, withFile } from '../testing/read'
import { readArgdown } from './read-argdown'
import { rewordArgdown } from './reword-argdown'

const folder = join(import.meta.dirname, 'samples')
const samples = readdirSync(folder).filter((file) => !file.includes('broken'))

describe.each(samples)('%s', (file) => {
  const text = readFileSync(join(folder, file), 'utf8')
  const before = readArgdown({ text, fileName: file })

  test.each(before.claims.map(({ id }) => id))('%s alone gets other words', (id) => {
    const then = before.claims.find((claim) => claim.id === id)!.text
    const words = 'Words with #signs, [brackets] and a: colon'
    const again = rewordArgdown(text, new Map([[id, { then, now: words }]]))!
    const after = readArgdown({ text: again, fileName: file })
    const [lines, known] = [again.split('\n'), new Set(text.split('\n'))]
    expect(lines.filter((line) => !known.has(line))).toHaveLength(1)
    const expected = before.claims.map((claim) => (claim.id === id ? { ...claim, text: words } : claim))
    // A title that is the wording alone is mentioned by it too.
    expect(after.claims).toEqual(expected)
    expect(after.steps).toEqual(before.steps)
  })
})

test('line ends, byte order mark, tags, data and links elsewhere stay', async () => {
  const text = '\uFEFF[A]: One *word* #tag {note: "n"}\r\n  + <B>\r\n\r\n<B>: Two // a comment\r\n'
  const project = withFile(emptyProject(), (await fileRead('argdown', text, 'a.argdown')).file)
  const [claim] = [...project.claims.values()].filter((each) => each.text.startsWith('One'))
  const claims = new Map(project.claims).set(claim!.id, { ...claim!, text: 'Three\nlines' })
  const [map = ''] = project.maps.keys()
  const again = await EXPORT_WRITERS.argdown(
    { project: { ...project, claims }, map, ...DEFAULT_LOOK },
    exportEnv,
  )
  expect(again).toBe(text.replace('One *word*', 'Three lines'))
})
