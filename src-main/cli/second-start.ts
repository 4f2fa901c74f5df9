import { randomBytes, timingSafeEqual } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import * as v from 'valibot'
import { socketAddress } from '#host/store/local-socket'

/** How to reach the browser edition that serves a data folder. Only its user can read the file with this. */
const RunningSchema = v.object({
  socket: v.pipe(v.string(), v.regex(/^counterpoint-start-[0-9a-f]{24}$/)),
  key: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
})

const RequestSchema = v.object({ key: v.string(), path: v.nullable(v.pipe(v.string(), v.maxLength(4096))) })
const AnswerSchema = v.object({ url: v.pipe(v.string(), v.startsWith('http://127.0.0.1:')) })

/** Bytes of a request: a path with every character escaped. */
const MOST = 64 * 1024

/** Milliseconds. Whoever has the key sends at once, and the first start answers at once. */
const PATIENCE = 5000

const runningFile = (dataFolder: string): string => join(dataFolder, 'running.json')

/**
 * Lets later starts of the browser edition open their project in this one.
 * @param open opens a project, or the start screen for null, and gives the page's address
 * @returns a function that ends it
 */
export async function receiveStarts(
  dataFolder: string,
  open: (path: string | null) => Promise<string>,
): Promise<() => Promise<void>> {
  const key = randomBytes(32).toString('hex')
  const socket = `counterpoint-start-${randomBytes(12).toString('hex')}`
  const answer = async (text: string): Promise<string> => {
    const request = v.safeParse(v.pipe(v.string(), v.parseJson(), RequestSchema), text)
    // Other users can connect to the socket, but they cannot read the key.
    if (!request.success || !isSame(request.output.key, key)) return ''
    return JSON.stringify({ url: await open(request.output.path) })
  }
  const server = createServer({ allowHalfOpen: true }, (connection) => {
    void received(connection).then(
      async (text) => connection.end(await answer(text)),
      () => connection.destroy(),
    )
  })
  await new Promise<void>((done, failed) => {
    server.once('error', failed)
    server.listen(socketAddress(socket), done)
  })
  const file = runningFile(dataFolder)
  await writeFile(file, JSON.stringify({ socket, key }), { mode: 0o600 })
  return async () => {
    server.close()
    if ((await running(dataFolder))?.key === key) await rm(file, { force: true })
  }
}

/**
 * Opens a project in the browser edition that serves this data folder already.
 * @param path null for the start screen
 * @returns the page's address; undefined if none is running
 */
export async function handOver(dataFolder: string, path: string | null): Promise<string | undefined> {
  const first = await running(dataFolder)
  if (!first) return undefined
  const connection = connect({ path: socketAddress(first.socket), allowHalfOpen: true })
  connection.once('connect', () => connection.end(JSON.stringify({ key: first.key, path })))
  // It was killed, and left its file.
  const text = await received(connection).catch(() => '')
  connection.destroy()
  const answer = v.safeParse(v.pipe(v.string(), v.parseJson(), AnswerSchema), text)
  return answer.success ? answer.output.url : undefined
}

async function running(dataFolder: string): Promise<v.InferOutput<typeof RunningSchema> | undefined> {
  const text = await readFile(runningFile(dataFolder), 'utf8').catch(() => '')
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), RunningSchema), text)
  return read.success ? read.output : undefined
}

/** All that the other end sends. Rejects if that is too much, takes too long or breaks off. */
function received(connection: Socket): Promise<string> {
  return new Promise((done, failed) => {
    const chunks: Buffer[] = []
    let size = 0
    connection.setTimeout(PATIENCE, () => failed(new Error('It took too long.')))
    connection.on('data', (chunk: Buffer) => {
      size += chunk.length
      chunks.push(chunk)
      if (size > MOST) failed(new Error('It is too long.'))
    })
    connection.once('error', failed)
    connection.once('end', () => done(Buffer.concat(chunks).toString('utf8')))
  })
}

function isSame(given: string, key: string): boolean {
  const [one, other] = [given, key].map((each) => Buffer.from(each))
  return one!.length === other!.length && timingSafeEqual(one!, other!)
}
