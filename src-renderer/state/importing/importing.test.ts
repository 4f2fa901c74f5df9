import { expect, test } from 'vitest'
import type { Client } from '#api/client'
import { article, Builder } from '#domain/testing/build'
import { Importing } from './importing.svelte'

const file = (fileName: string) => ({ fileName, size: 1, content: { held: fileName } })

/** A workspace on a project of its own, and a client that reads each file as an article of its name. */
function workspace() {
  const builder = new Builder()
  const client = {
    call: async (name: string, input: { held?: string }) => {
      await new Promise((done) => setTimeout(done, 1))
      if (name !== 'import.read') return null
      const fileName = input.held!
      if (fileName === 'broken.txt') throw new Error('It cannot be read.')
      return { kind: 'article', article: article(fileName, `Words of ${fileName} alone.`) }
    },
  } as unknown as Client
  const run = (name: string, input: unknown) => {
    const id = builder.run(name as 'source.add', input as never)
    return { done: true as const, label: '', select: { type: 'source' as const, id } }
  }
  return { builder, importing: new Importing(client, { project: () => builder.project, run }) }
}

const told = ({ lines }: Importing) => lines.map(({ fileName, outcome }) => `${fileName}: ${outcome}`)

test('P11 one file that cannot be read does not stop the others, and is told of', async () => {
  const { importing } = workspace()
  await importing.run({ files: [file('a.txt'), file('broken.txt'), file('b.txt')], refused: ['Too large.'] })
  expect(told(importing)).toEqual([
    ': not imported',
    'a.txt: added',
    'broken.txt: not imported',
    'b.txt: added',
  ])
})

test('files chosen while others are read wait their turn; the report is of the last choice alone', async () => {
  const { builder, importing } = workspace()
  const first = importing.run({ files: [file('a.txt'), file('b.txt')], refused: [] })
  await Promise.all([first, importing.run({ files: [file('c.txt')], refused: [] })])
  expect(told(importing)).toEqual(['c.txt: added'])
  const titles = [...builder.project.sources.values()].map(({ fileName }) => fileName)
  expect(titles).toEqual(['a.txt.txt', 'b.txt.txt', 'c.txt.txt'])
})
