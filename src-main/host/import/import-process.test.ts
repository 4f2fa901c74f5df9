import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { ImportProcesses, type ImportProcessOptions } from './import-process'
import { forkNode } from './import-process-fork'
import { temporaryFolder } from '../testing/folder'

const bytes = Buffer.from('Some words of an article.')

/** Import processes that run this code instead of the worker, with `say` and the received `file`. */
async function running(code: string, options: ImportProcessOptions = {}): Promise<ImportProcesses> {
  const workerPath = join(await temporaryFolder(), 'worker.mjs')
  const head =
    "const say = (answer) => process.send(answer)\nprocess.on('disconnect', () => process.exit())\n"
  const body = `process.on('message', async (file) => { ${code} })\nsay({ kind: 'ready' })\n`
  await writeFile(workerPath, head + body)
  const processes = new ImportProcesses({ fork: forkNode, workerPath, ...options })
  onTestFinished(() => processes.close())
  return processes
}

const echo = "say({ kind: 'imported', imported: { name: file.fileName, bytes: file.bytes } })"
const refused = (code: string, message: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) as string }) as Error

/** Waits until `holds` returns something truthy. */
async function until(holds: () => unknown): Promise<void> {
  while (!holds()) await pause(10)
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('bytes reach the process as bytes, and the result comes back', async () => {
  const processes = await running(echo)
  expect(await processes.read('a.txt', bytes)).toMatchObject({ name: 'a.txt', bytes })
})

test('unbuilt sources are used in place, with the same messages', async () => {
  const processes = new ImportProcesses()
  expect(await processes.read('a.txt', bytes)).toMatchObject({ kind: 'article', article: { format: 'text' } })
  await expect(processes.read('a.xyz', bytes)).rejects.toThrow(refused('unsupported', /cannot be imported/))
})

test('a process that has read a small text is reused; after anything else it is not', async () => {
  // On a busy machine, starting the others takes longer than a process waits for another text.
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const processes = await running("say({ kind: 'imported', imported: { name: process.pid } })")
  const pid = async (name: string) =>
    ((await processes.read(name, bytes)) as unknown as { name: number }).name
  const first = await pid('a.txt')
  expect(await pid('b.md')).toBe(first)
  const other = await pid('c.pdf')
  expect(other).not.toBe(first)
  expect(await pid('d.pdf')).not.toBe(other)
  expect(await pid('e.txt')).toBe(first)
})

test('a process that ends while it is idle is not used again', async () => {
  const processes = await running(
    "say({ kind: 'imported', imported: { name: process.pid } }); process.exit()",
  )
  const read = async () => (await processes.read('a.txt', bytes)) as unknown as { name: number }
  const first = await read()
  await until(() => !isRunning(first.name))
  expect(await read()).not.toEqual(first)
})

describe('P11 a file that', () => {
  test('is refused by its reader is reported with the reader’s message', async () => {
    const processes = await running(
      "say({ kind: 'refused', code: 'too-large', message: 'It is too large.' })",
    )
    await expect(processes.read('a.txt', bytes)).rejects.toThrow(refused('too-large', /^It is too large\.$/))
  })

  test('fills the heap is reported as needing too much memory', async () => {
    const processes = await running(
      'const all = []; for (;;) all.push(new Array(10000).fill(file.fileName + all.length))',
    )
    await expect(processes.read('a.txt', bytes)).rejects.toThrow(
      refused('unreadable', /needed too much memory\. Nothing was changed\. It may be too large/),
    )
  })

  test('crashes its reader is reported', async () => {
    const processes = await running('process.exit(3)')
    await expect(processes.read('a.txt', bytes)).rejects.toThrow(refused('unreadable', /its reader crashed/))
  })

  test('keeps its reader busy for ever is aborted at the deadline', async () => {
    const processes = await running('for (;;);', { deadline: 1000 })
    await expect(processes.read('a.txt', bytes)).rejects.toThrow(
      refused('unreadable', /longer than 1 seconds/),
    )
  })

  test('triggers a bug in its reader is reported, and the stack trace is kept', async () => {
    const processes = await running("say({ kind: 'fault', trace: 'at line 1' })")
    await expect(processes.read('a.txt', bytes)).rejects.toThrow(
      expect.objectContaining({ code: 'unreadable', cause: 'at line 1' }) as Error,
    )
  })

  test('makes its process send unknown messages is aborted at the deadline', async () => {
    const processes = await running("say({ kind: 'imported', imported: 'all' }); say(null); say([])", {
      deadline: 500,
    })
    await expect(processes.read('a.txt', bytes)).rejects.toThrow(refused('unreadable', /took longer/))
  })

  test('has a reader that cannot be started is reported', async () => {
    const processes = new ImportProcesses({ fork: forkNode, workerPath: '/nowhere/worker.js' })
    await expect(processes.read('a.txt', bytes)).rejects.toThrow(refused('unreadable', /its reader crashed/))
  })
})

describe('a job', () => {
  const busy = "say({ kind: 'progress', done: 3, of: 10 }); for (;;);"

  test('reports progress while it runs, and not before or after', async () => {
    const processes = await running(busy)
    expect(processes.progress('one')).toBeNull()
    const reading = processes.read('a.txt', bytes, 'one').catch(() => undefined)
    await until(() => processes.progress('one'))
    expect(processes.progress('one')).toEqual({ done: 3, of: 10 })
    expect(processes.progress('two')).toBeNull()
    processes.cancel('one')
    await reading
    expect(processes.progress('one')).toBeNull()
  })

  test('that is cancelled fails at once, even if its process is busy, and does not affect others', async () => {
    const processes = await running(`if (file.fileName === 'a.txt') { ${busy} } else ${echo}`)
    const one = processes.read('a.txt', bytes, 'one')
    const other = processes.read('b.txt', bytes, 'other')
    const ended = expect(one).rejects.toThrow(
      refused('cancelled', /^The import was cancelled\. Nothing was changed\.$/),
    )
    await until(() => processes.progress('one'))
    processes.cancel('nobody')
    processes.cancel('one')
    await ended
    expect(await other).toMatchObject({ name: 'b.txt' })
  })

  test('can be cancelled while it waits, and the next one takes its turn', async () => {
    const processes = await running(`if (file.fileName === 'a.txt') { ${busy} } else ${echo}`)
    const names = ['one', 'two']
    const readings = names.map((name) =>
      processes.read('a.txt', bytes, name).catch((error: Error) => error.message),
    )
    const third = processes.read('b.txt', bytes, 'three').catch((error: Error) => error.message)
    const fourth = processes.read('b.txt', bytes, 'four')
    await until(() => names.every((name) => processes.progress(name)))
    processes.cancel('three')
    expect(await third).toMatch(/cancelled/)
    processes.cancel('one')
    expect(await fourth).toMatchObject({ name: 'b.txt' })
    processes.cancel('two')
    expect(await Promise.all(readings)).toEqual([
      expect.stringMatching(/cancelled/),
      expect.stringMatching(/cancelled/),
    ])
  })

  test('ends when all are closed, whether it runs or waits', async () => {
    const processes = await running(busy)
    const readings = ['one', 'two', 'three'].map((name) => processes.read('a.txt', bytes, name))
    const ended = readings.map((reading) =>
      expect(reading).rejects.toThrow(refused('cancelled', /cancelled/)),
    )
    await until(() => processes.progress('one') && processes.progress('two'))
    processes.close()
    await Promise.all(ended)
  })
})
