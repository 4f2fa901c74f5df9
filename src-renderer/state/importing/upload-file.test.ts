import { expect, onTestFinished, test, vi } from 'vitest'
import type { Client } from '#api/client'
import { PIECE } from '#api/limits'
import { uploadFile } from './upload-file'

// A small piece size for tests.
vi.mock('#api/limits', () => ({ PIECE: 1000, FILE_LIMIT: 45 * 1024 * 1024 }))

/** The part of the browser's FileReader that is used here. */
class Reader {
  result = ''
  onload: () => void = () => undefined
  readAsDataURL(blob: Blob) {
    void blob.arrayBuffer().then((bytes) => {
      const letters = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte))
      this.result = `data:,${btoa(letters.join(''))}`
      this.onload()
    })
  }
}

function sending() {
  vi.stubGlobal('FileReader', Reader)
  onTestFinished(() => void vi.unstubAllGlobals())
  const calls: { name: string; at?: number; base64?: string }[] = []
  const client = {
    call: async (name: string, input: { at?: number; base64?: string }) => {
      calls.push({ name, ...input })
      return { fileKey: 'key' }
    },
  } as unknown as Client
  return { client, calls, names: () => calls.map(({ name }) => name) }
}

const fileOf = (size: number) => {
  const bytes = Uint8Array.from({ length: size }, (_, at) => at % 251)
  return { bytes, file: { fileName: 'a.pdf', size, content: new Blob([bytes]) } }
}

test('a small file is sent with its request, and a file that the host has is not sent', async () => {
  const { client, calls } = sending()
  const quiet = { isCancelled: () => false, progress: () => undefined }
  expect(await uploadFile(client, fileOf(3).file, quiet)).toEqual({ fileName: 'a.pdf', base64: 'AAEC' })
  const fileKey = { fileName: 'a.pdf', size: 99, content: { fileKey: 'named' } }
  expect(await uploadFile(client, fileKey, quiet)).toEqual({ fileKey: 'named' })
  expect(calls).toEqual([])
})

test('a large file is sent in pieces, with progress', async () => {
  const { client, calls, names } = sending()
  const { bytes, file } = fileOf(2 * PIECE + 7)
  const said: string[] = []
  const progress = (part: string) => void said.push(part)
  expect(await uploadFile(client, file, { isCancelled: () => false, progress })).toEqual({ fileKey: 'key' })
  expect(names()).toEqual(['import.begin', 'import.part', 'import.part', 'import.part'])
  expect(calls.slice(1).map(({ at }) => at)).toEqual([0, PIECE, 2 * PIECE])
  const sent = calls
    .slice(1)
    .map(({ base64 }) => atob(base64!))
    .join('')
  expect(sent).toHaveLength(bytes.length)
  expect([...bytes].every((byte, at) => sent.charCodeAt(at) === byte)).toBe(true)
  expect(said).toEqual(['0 % uploaded', '49 % uploaded', '99 % uploaded'])
})

test('a cancelled upload is dropped', async () => {
  const { client, names } = sending()
  let asked = 0
  const isCancelled = () => ++asked > 1
  const { file } = fileOf(2 * PIECE)
  await expect(uploadFile(client, file, { isCancelled, progress: () => undefined })).rejects.toMatchObject({
    code: 'cancelled',
  })
  expect(names()).toEqual(['import.begin', 'import.part', 'import.drop'])
})

test('P11 a project that is too large for one request is refused before it is read', async () => {
  const { client, calls } = sending()
  const fileKey = { fileName: 'all.json', size: 46 * 1024 * 1024, content: { fileKey: 'named' } }
  const quiet = { isCancelled: () => false, progress: () => undefined }
  await expect(uploadFile(client, fileKey, quiet)).rejects.toThrow(/46 MB; .* 45 MB.*command line/)
  expect(calls).toEqual([])
})
