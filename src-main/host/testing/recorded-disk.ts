import type * as FileSystem from 'node:fs/promises'
import { basename } from 'node:path'
import { beforeEach } from 'vitest'

/** What can be recorded and made to fail. `sync` is fsync or fdatasync; both bring a file's content to the disk. */
type Step = 'write' | 'sync' | 'close' | 'rename' | 'rm' | 'access'

/** Stands for a call: it may fail, do something before or after the call, or make the call with other arguments. */
type Stand = (call: (...args: unknown[]) => Promise<unknown>, args: unknown[]) => Promise<unknown>

const STEP_OF: Readonly<Record<string, Step>> = {
  write: 'write',
  writeFile: 'write',
  sync: 'sync',
  datasync: 'sync',
  close: 'close',
}

/** The calls made on the real file system, in the order in which they ended, as `sync Project.journal`. */
let steps: string[] = []
let stands: { readonly step: Step; readonly file: string; readonly stand: Stand }[] = []

beforeEach(() => {
  steps = []
  stands = []
})

/** What a test may ask of the file system that `recordedDisk` stands around. */
export const disk = {
  /** What was done so far; a call that failed ends with its code. Temporary files are called `temporary`. */
  get steps(): readonly string[] {
    return steps
  },
  forget: () => void (steps = []),
  /** Records an event of the test's own between the calls. */
  note: (event: string) => void steps.push(event),
  /** Lets `stand` take the place of the next such call on a file of that name. */
  once: (step: Step, file: string, stand: Stand) => void stands.push({ step, file, stand }),
  failOnce: (step: Step, file: string, code: string) =>
    disk.once(step, file, () => Promise.reject(Object.assign(new Error(code), { code }))),
}

/**
 * The real `node:fs/promises`, with its changing calls recorded. For `vi.mock`, so that the code under test needs no seam
 * and nothing that it does to files goes unseen.
 */
export function recordedDisk(real: typeof FileSystem): typeof FileSystem {
  return {
    ...real,
    open: async (path, ...rest) => recordedHandle(await real.open(path, ...rest), nameOf(path)),
    rename: (from, to) =>
      recorded('rename', nameOf(from), ` to ${nameOf(to)}`, () => real.rename(from, to), []) as Promise<void>,
    rm: (path, options) =>
      recorded('rm', nameOf(path), '', () => real.rm(path, options), []) as Promise<void>,
    access: (path, mode) =>
      recorded('access', nameOf(path), '', () => real.access(path, mode), []) as Promise<void>,
  }
}

function recordedHandle(handle: FileSystem.FileHandle, file: string): FileSystem.FileHandle {
  return new Proxy(handle, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== 'function') return member
      const call = (...args: unknown[]) => Reflect.apply(member, target, args) as Promise<unknown>
      const step = typeof name === 'string' ? STEP_OF[name] : undefined
      return step ? (...args: unknown[]) => recorded(step, file, '', call, args) : call
    },
  })
}

async function recorded(
  step: Step,
  file: string,
  more: string,
  call: (...args: unknown[]) => Promise<unknown>,
  args: unknown[],
): Promise<unknown> {
  const next = stands.findIndex((each) => each.step === step && each.file === file)
  const [chosen] = next < 0 ? [] : stands.splice(next, 1)
  try {
    const result = await (chosen ? chosen.stand(call, args) : call(...args))
    if (step !== 'access') steps.push(`${step} ${file}${more}`)
    return result
  } catch (error) {
    if (step !== 'access') steps.push(`${step} ${file}${more}: ${(error as NodeJS.ErrnoException).code}`)
    throw error
  }
}

const nameOf = (path: unknown): string =>
  basename(String(path)).replace(/^\.counterpoint-.*\.tmp$/, 'temporary')
