import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Builder } from '../../../testing/build'
import { testEnv } from '../../../testing/env'
import { exportEnv } from '../../../testing/export-env'
import { DEFAULT_LOOK } from '../../export/picture-options'
import { EXPORT_WRITERS } from '../../export/writers'
import { emptyProject, fileRead, withFile } from '../testing/read'
import { said } from '../testing/said'
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

describe('what is new', () => {
  const source = `===
title: "Harbour"
===

The harbour silts up. #fact

[Late]: Ships run late. // said by all
  + <Tides>

<Tides>: The tides are low.

# Remedies

[Dredge]: Dredge it. {note: "n"}
`
  const came = async () => {
    const builder = new Builder('Test', testEnv('edit'))
    builder.project = withFile(emptyProject(), (await fileRead('argdown', source, 'a.argdown')).file)
    const [map = ''] = builder.project.maps.keys()
    const of = (words: string) =>
      [...builder.project.claims.values()].find(({ text }) => text.includes(words))!.id
    const again = async () => {
      const text = String(
        await EXPORT_WRITERS.argdown({ project: builder.project, map, ...DEFAULT_LOOK }, exportEnv),
      )
      const back = withFile(emptyProject(), (await fileRead('argdown', text, 'a.argdown')).file)
      expect(said(back)).toEqual(said(builder.project))
      const [before, after] = [source.split('\n'), text.split('\n')]
      return [before.filter((line) => !after.includes(line)), after.filter((line) => !before.includes(line))]
    }
    return { builder, map, of, again }
  }

  test('is added before the first heading, and all other lines stay', async () => {
    const { builder, map, of, again } = await came()
    builder.relation('attack', [builder.claim('It costs too much: 3 [m]', map)], of('Dredge'))
    builder.relation('support', [of('tides')], of('Dredge'))
    expect(await again()).toEqual([
      [],
      [
        '[New claim 1]: It costs too much: 3 \\[m\\]',
        '  {"category": "Judgement"}'.replace(': "', ':"'),
        '  -> [Dredge]',
        '<Tides>',
        '  +> [Dredge]',
      ],
    ])
  })

  test('gives a statement without a title one, if a relation needs it', async () => {
    const { builder, of, again } = await came()
    builder.relation('support', [of('silts')], of('late'))
    expect(await again()).toEqual([
      ['The harbour silts up. #fact'],
      ['[Statement 1]: The harbour silts up. #fact', '[Statement 1]', '  +> [Late]'],
    ])
  })

  test('linked premises are an argument', async () => {
    const { builder, map, of, again } = await came()
    builder.relation('support', [of('late'), builder.claim('Time is money.', map)], of('Dredge'))
    const [gone, added] = await again()
    expect(gone).toEqual([])
    expect(added).toEqual(expect.arrayContaining(['(1) [Late]', '(2) [New claim 1]', '(3) [Dredge]']))
  })

  test('has all written anew where Argdown has no form for it', async () => {
    const { builder, of, again } = await came()
    builder.relation('contradict', [of('late')], of('tides'))
    const [gone] = await again()
    expect(gone).toContain('[Dredge]: Dredge it. {note: "n"}')
  })
})
