import { readFile } from 'node:fs/promises'
import { readImport } from '#host/import/import-file'
import { timed } from './statistics'

/** How long a process took to read a file, and the most memory that it used meanwhile. */
export interface QdpxReading {
  readonly ms: number
  readonly megabytes: number
}

/** A process of its own: reads the file that it is given, and says how long it took and what it needed. */
const bytes = await readFile(process.argv[2]!)
const { ms } = await timed(() => readImport('project.qdpx', bytes))
const reading: QdpxReading = { ms, megabytes: process.resourceUsage().maxRSS / 1024 }
process.send!(reading)
process.disconnect()
