import type * as FileSystem from 'node:fs/promises'
import { basename } from 'node:path'
import { beforeEach } from 'vitest'

/** What can be recorded and made to fail. `sync` is fsync or fdatasync; both bring a file's content to the disk. */
type Step = 'write' | 'sync' | 'close' | 'rename' | 'rm' | 'access'

/** Replaces a call: it may fail, act before or after the call, or change the arguments. */
type Stand = (call: (...args: unknown[]) => Promise<unknown>, args: unknown[]) => Promise<unknown>

const STEP_OF: Readonly<Record<string, Step>> = {
  write: 'write',
  writeFile: 'write',
  sync: 'sync',
  datasync: 'sync',
  close: 'close',
}

/** The calls on the real file system, in the order in which they ended, such as `sync Project.journal`. */
let steps: string[] = []
let stands: { readonly step: Step; readonly file: string; readonly stand: Stand }[] = []

beforeEach(() => {
  steps = []
  stands = []
})

/** The recorder of the file system, for tests. */
export const disk = {
  /** The calls so far. A failed call ends with its error code. Temporary files are called `temporary`. */
  get steps(): readonly string[] {
    return steps
  },
  forget: () => void (steps = []),
  /** Records an event of the test between the calls. */
  note: (event: string) => void steps.push(event),
  /** Replaces the next such call on a file of that name by `stand`. */
  once: (step: Step, file: string, stand: Stand) => void stands.push({ step, file, stand }),
  failOnce: (step: Step, file: string, code: string) =>
    disk.once(step, file, () => Promise.reject(Object.assign(new Error(code), { code }))),
}

/**
 * The real `node:fs/promises` with recorded changes. Use it in `vi.mock`, so that the code under test needs no
 * parameter for it and no change to a file is missed.
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
