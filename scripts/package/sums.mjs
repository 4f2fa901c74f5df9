import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The content of SHA256SUMS for files of a folder, in the form that `sha256sum -c` reads. */
export const sumsOf = (folder, paths) =>
  paths
    .map(
      (path) =>
        `${createHash('sha256')
          .update(readFileSync(join(folder, path)))
          .digest('hex')}  ${path}\n`,
    )
    .join('')
