import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { save } from '../../document/save'
import type { InterchangeName } from './catalogue'
import { emptyProject, fileRead, withFile } from './testing/read'

/**
 * Files of other programs beside the repository, which may not be copied into it, and a program that knows nothing of
 * these readers and says what of a file an import neither keeps nor names. Without them nothing is tested here.
 */
const FOLDER = resolve(import.meta.dirname, '../../../../shared/interchange')

interface Checker {
  readOriginal(name: string, text: string, options: { format: string; txt?: string | undefined }): unknown
  check(graph: unknown, project: unknown): { readonly faults: readonly unknown[] }
}

const FORMATS: readonly {
  readonly folder: string
  readonly name: InterchangeName
  readonly ending: string
}[] = [
  { folder: 'aif', name: 'aif', ending: '.json' },
  { folder: 'sadface', name: 'sadface', ending: '.json' },
  { folder: 'agxml', name: 'agxml', ending: '.xml' },
  { folder: 'argdown', name: 'argdown', ending: '.argdown' },
]

/**
 * Files to be refused, and two that Argdown's own parser understands differently from the checker: it refuses
 * definitions without a blank line between them, and hangs a line that is set in between two levels on the outer one.
 */
const LEFT_OUT = /to-be-refused|broken|lexer-definitions-references|lexer-indentation/

const files = FORMATS.flatMap((format) => {
  const folder = join(FOLDER, format.folder)
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(format.ending) && !LEFT_OUT.test(file))
    .map((file) => ({ ...format, path: join(folder, file) }))
})

const checker = join(FOLDER, 'check.mjs')

test.skipIf(!existsSync(checker) || files.length === 0)(
  'P9 every element of the files beside the repository is kept or named',
  async () => {
    // eslint-disable-next-line no-unsanitized/method -- the path is that of a file beside the repository
    const { check, readOriginal } = (await import(checker)) as Checker
    for (const { name, path } of files) {
      const text = readFileSync(path, 'utf8')
      const beside = path.replace(/\.xml$/, '.txt')
      const txt = path !== beside && existsSync(beside) ? readFileSync(beside, 'utf8') : undefined
      const { file } = await fileRead(name, text, path, txt)
      const project = JSON.parse(save(withFile(emptyProject(), file))) as unknown
      const { faults } = check(readOriginal(path, text, { format: name, txt }), project)
      expect([path, faults]).toEqual([path, []])
    }
  },
)
