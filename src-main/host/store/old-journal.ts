import { rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileStamp, syncFolder } from '../files/durable-file'
import { journalPathOf, readJournal } from '../journal/journal'
import { decodeJournal } from '../journal/journal-format'
import { linesAlreadyInFile } from '../journal/journal-replay'
import { readState } from './project-adapter'

/**
 * Moves the journal that an earlier version of Counterpoint left for a file whose name does not end in `.json`: it gave
 * `p`, `p.JSON` and `p.json` the same. It is left alone if it does not extend the file, or extends `p.json` as well.
 */
export async function bringOldJournal(path: string): Promise<void> {
  const journal = journalPathOf(path)
  const [stem] = path.split(/\.json$/i)
  const old = `${stem}.journal`
  if (journal === old || (await fileStamp(journal))) return
  const bytes = await readJournal(old).catch(() => undefined)
  const decoded = bytes && decodeJournal(bytes)
  if (!decoded || decoded.project !== undefined) return
  const [own, other] = await Promise.all(
    [path, `${stem}.json`].map((each) => readState(each).catch(() => undefined)),
  )
  if (!own || own.generation === other?.generation) return
  if (linesAlreadyInFile(decoded, own.generation) === undefined) return
  await rename(old, journal)
  await syncFolder(dirname(path))
}
