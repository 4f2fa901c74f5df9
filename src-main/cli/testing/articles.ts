import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Makes a folder with three articles, and with files that are none. Returns its path. */
export async function articlesIn(folder: string): Promise<string> {
  await mkdir(join(folder, 'more'), { recursive: true })
  await writeFile(
    join(folder, '10 second.txt'),
    'The second article\n\nIt says something else, in nine words here.\n',
  )
  await writeFile(join(folder, '2 first.md'), '# The first article\n\nIt says something.\n')
  await writeFile(join(folder, 'more', 'third.txt'), 'The third article\n\nAnd it is a short one.\n')
  await writeFile(join(folder, 'picture.png'), 'no article')
  await writeFile(join(folder, '.hidden.txt'), 'Not for anyone')
  return folder
}
