import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Reads a file of vectors from `weighing/vectors`. The tests run every case that the file has, so that a file with other
 * cases of the same kind tests those.
 */
export const vectors = <Content>(name: string): Content =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, '..', 'weighing', 'vectors', `${name}.json`), 'utf8'),
  ) as Content
