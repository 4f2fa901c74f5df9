import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { ContractError } from '#api/errors'
import { installation } from '../shell/installation'
import { ArchiveError, readTar, type ArchivedFile } from '../shell/tar'
import { describeUpdate, filesInArchive, isSigned, programOf } from '../shell/update'
import { UsageError, type CliCommand } from './command'
import { atMostOne, readOptions } from './options'

/** `counterpoint check-update` */
export const checkUpdate: CliCommand = {
  name: 'check-update',
  summary: 'check the signature of a newer version, and say what it would change',
  help: `Usage: counterpoint check-update FILE --key KEY

Checks that FILE, a bundle or an npm package of Counterpoint, was signed with the private key that
belongs to KEY, and says what it would change. The signature is in FILE.sig. Nothing is installed
and nothing is changed. Counterpoint never looks for updates by itself.

Options:
  --key KEY   the public key (Ed25519, PEM) of those from whom you get Counterpoint
  -h, --help  show this help`,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, { key: { type: 'string' } })
    const path = atMostOne(positionals, 'file')
    if (path === undefined) throw new UsageError('A file is missing.')
    if (values.key === undefined) throw new UsageError('The option --key is missing.')
    const archive = await readFile(path)
    checkSignature(path, archive, await readFile(`${path}.sig`, 'utf8'), await readFile(values.key, 'utf8'))
    terminal.say(`The signature of “${path}” is valid.`)
    for (const sentence of await changesIn(path, archive)) terminal.say(sentence)
    terminal.say('Nothing was changed.')
    return 0
  },
}

function checkSignature(path: string, archive: Uint8Array, signature: string, key: string): void {
  let isValid: boolean
  try {
    isValid = isSigned(archive, signature, key)
  } catch {
    throw new ContractError('unreadable', 'The file of --key has no public key. Nothing was changed.')
  }
  if (isValid) return
  throw new ContractError(
    'unreadable',
    `“${path}” is not what was signed with this key: it is damaged, or from somebody else. Nothing was changed. Do not install it.`,
  )
}

async function changesIn(path: string, archive: Uint8Array): Promise<string[]> {
  try {
    const other = programOf(filesInArchive(readTar(archive)))
    return describeUpdate(programOf(await installedFiles()), other)
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error
    throw new ContractError('unreadable', `“${path}”: ${error.message} Nothing was changed.`)
  }
}

/** The installed program's own files: in a repository, those that would be installed. */
async function installedFiles(): Promise<ArchivedFile[]> {
  const { root } = installation
  const files = [{ path: 'package.json', bytes: await readFile(join(root, 'package.json')) }]
  for (const folder of ['out/main', 'out/preload', 'out/renderer', 'resources']) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(
      () => [],
    )
    for (const entry of entries.filter((each) => each.isFile())) {
      const path = join(entry.parentPath, entry.name)
      files.push({ path: relative(root, path).split(sep).join('/'), bytes: await readFile(path) })
    }
  }
  return files
}
