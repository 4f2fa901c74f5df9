import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { ContractError } from '#api/errors'
import { installation } from '../shell/installation'
import { ArchiveError, type ArchivedFile } from '../shell/tar'
import { readNamed } from '../shell/read-named'
import { describeUpdate, filesInArchive, isSigned, programOf } from '../shell/update'
import { UsageError, type CliCommand } from './command'
import { atMostOne, readOptions } from './options'

/** `counterpoint check-update` */
export const checkUpdate: CliCommand = {
  name: 'check-update',
  summary: 'check the signature of a newer version, and say what it would change',
  help: `Usage: counterpoint check-update FILE --key KEY

Checks that FILE was signed with the private key that belongs to KEY, and says what it would change.
FILE is a bundle, an npm package or a Debian package of Counterpoint, and FILE.sig its signature.
Nothing is installed or changed. Counterpoint never looks for updates by itself.

Options:
  --key KEY   the public key (Ed25519, PEM) of those from whom you get Counterpoint
  -h, --help  show this help`,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, { key: { type: 'string' } })
    const path = atMostOne(positionals, 'file')
    if (path === undefined) throw new UsageError('A file is missing.')
    if (values.key === undefined) throw new UsageError('The option --key is missing.')
    const archive = await read(path, MOST_OF_ARCHIVE)
    const [signature, key] = [await read(`${path}.sig`, MOST_OF_KEY), await read(values.key, MOST_OF_KEY)]
    checkSignature(path, archive, signature.toString(), key.toString())
    terminal.say(`The signature of “${path}” is valid.`)
    for (const sentence of await changesIn(path, archive)) terminal.say(sentence)
    terminal.say('Nothing was changed.')
    return 0
  },
}

/** Megabytes, as of what is unpacked. */
const MOST_OF_ARCHIVE = 512
/** Megabytes of a key or a signature, which have a hundred bytes. */
const MOST_OF_KEY = 1

const read = (path: string, most: number): Promise<Buffer> =>
  readNamed(path, (size) => {
    if (size > most * 1024 * 1024)
      throw new ContractError('too-large', `“${path}” has more than ${most} MB. It was not read.`)
  })

function checkSignature(path: string, archive: Uint8Array, signature: string, key: string): void {
  let isValid: boolean
  try {
    isValid = isSigned(archive, signature, key)
  } catch {
    throw new ContractError(
      'unreadable',
      'The file after --key has no Ed25519 public key. Nothing was changed.',
    )
  }
  if (isValid) return
  throw new ContractError(
    'unreadable',
    `“${path}” is not what was signed with this key: it is damaged, or from somebody else. Nothing was changed. Do not install it.`,
  )
}

async function changesIn(path: string, archive: Uint8Array): Promise<string[]> {
  try {
    const other = programOf(filesInArchive(archive))
    return describeUpdate(programOf(await installedFiles()), other)
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error
    throw new ContractError('unreadable', `“${path}”: ${error.message} Nothing was changed.`)
  }
}

/** Of the files in these folders: in a repository, there are others. */
const SHIPPED = /^(package\.json|out\/NOTICE\.txt|(out\/(main|preload|renderer)|resources)\/.*)$/

/** The files of the program that runs: in a repository, those that would be installed. */
async function installedFiles(): Promise<ArchivedFile[]> {
  const { root } = installation
  const filesIn = async (folder: string): Promise<string[]> => {
    const options = { recursive: true, withFileTypes: true } as const
    const entries = await readdir(join(root, folder), options).catch(() => [])
    return entries
      .filter((each) => each.isFile())
      .map(({ parentPath, name }) => relative(root, join(parentPath, name)).split(sep).join('/'))
  }
  const paths = ['package.json', ...(await filesIn('out')), ...(await filesIn('resources'))]
  return Promise.all(
    paths
      .filter((path) => SHIPPED.test(path))
      .map(async (path) => ({ path, bytes: await readFile(join(root, path)) })),
  )
}
