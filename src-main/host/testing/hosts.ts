import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { createClient, type Client } from '#api/client'
import { dispatch } from '#api/dispatch'
import type { FileText } from '#api/file-text'
import { runCommand, type CommandInputs } from '#domain/commands/registry'
import { load } from '#domain/document/load'
import { sampleProject } from '#domain/testing/sample'
import { jsonAnswer } from '../../web/part-answer'
import { env } from '../env'
import { utf8ToText } from '../files/utf8'
import { createHost, type Host, type HostOptions } from '../host'
import { temporaryFolder } from './folder'
import { fileText } from '../store/file-text'

export const SAMPLE = fileText(sampleProject())
export const base64 = (content: string | Uint8Array) => Buffer.from(content).toString('base64')

/** A host and a client that calls it as the page does: by name, with JSON and schemas. */
export async function start(
  dataFolder: string,
  options: Partial<HostOptions> = {},
): Promise<{ host: Host; client: Client }> {
  const samplePath = join(dataFolder, '..', 'sample.json')
  const host = await createHost({
    edition: 'browser',
    version: '0',
    dataFolder,
    samplePath,
    open: null,
    ...options,
  })
  onTestFinished(() => host.close())
  const client = createClient(async (name, input) => {
    const there = JSON.parse(JSON.stringify(input)) as unknown
    const answer = await dispatch(host.methods, name, there, (error) => expect.unreachable(String(error)))
    return JSON.parse(jsonAnswer(answer)) as typeof answer
  })
  return { host, client }
}

export const folders = async () => {
  const outside = await temporaryFolder()
  return { outside, dataFolder: join(outside, 'data') }
}

export function patchOf<Name extends keyof CommandInputs>(
  document: FileText,
  name: Name,
  input: CommandInputs[Name],
) {
  const loaded = load(textIn(document))
  const outcome = loaded.ok ? runCommand(loaded.project, name, input, env) : { refusal: loaded.message }
  if ('refusal' in outcome) throw new Error(outcome.refusal)
  return outcome.patch
}

/** The text of an answer's file. */
export const textIn = (file: FileText): string => (typeof file === 'string' ? file : utf8ToText(file))

export const addClaim = (document: FileText, text: string) =>
  patchOf(document, 'claim.add', { text, category: 'judgement' })
export const refusal = (code: string, message: RegExp) => ({
  code,
  message: expect.stringMatching(message) as string,
})
