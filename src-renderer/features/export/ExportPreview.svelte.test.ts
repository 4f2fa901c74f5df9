// @vitest-environment jsdom
import { flushSync, mount, unmount, type ComponentProps } from 'svelte'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Session } from '../../state/document/session.svelte'
import ExportPreview from './ExportPreview.svelte'

const asked: { what: string; job: string }[] = []
const client = {
  /** Previews are never answered here: what is tested happens while the host draws. */
  call: (what: string, { job }: { job: string }) => {
    asked.push({ what, job })
    return what === 'project.preview' ? new Promise(() => undefined) : Promise.resolve({})
  },
}

const reuse = { known: undefined }
vi.mock('../../state/workspace-context', () => ({ getWorkspace: () => ({ platform: { client }, reuse }) }))

type Props = ComponentProps<typeof ExportPreview>

const ofFormat = (format: string) => ({ format }) as unknown as Props['asked']

/** Shows a preview of a format. */
function openPreview(format: string) {
  vi.useFakeTimers()
  asked.length = 0
  const session = { key: 'key', project: {}, saver: { flush: () => Promise.resolve(true) } }
  let chosen = $state.raw(ofFormat(format))
  const props: Props = {
    session: session as unknown as Session,
    get asked() {
      return chosen
    },
  }
  const preview = mount(ExportPreview, { target: document.body, props })
  flushSync()
  let isOpen = true
  const close = async () => {
    if (isOpen) await unmount(preview)
    isOpen = false
  }
  onTestFinished(async () => {
    await close()
    vi.useRealTimers()
  })
  const choose = (format: string) => flushSync(() => (chosen = ofFormat(format)))
  return { choose, close }
}

test('a preview that the host draws is cancelled once another is wanted', async () => {
  const { choose } = openPreview('svg')
  await vi.advanceTimersByTimeAsync(200)
  choose('png')
  await vi.advanceTimersByTimeAsync(200)
  const [first] = asked
  expect(asked.map(({ what }) => what)).toEqual(['project.preview', 'export.cancel', 'project.preview'])
  expect(asked[1]!.job).toBe(first!.job)
  expect(asked[2]!.job).not.toBe(first!.job)
})

test('a preview that the host draws is cancelled when the dialog closes', async () => {
  const { close } = openPreview('svg')
  await vi.advanceTimersByTimeAsync(200)
  await close()
  expect(asked.map(({ what }) => what)).toEqual(['project.preview', 'export.cancel'])
})

test('choices that follow one another quickly ask for one preview, and cancel none', async () => {
  const { choose } = openPreview('svg')
  await vi.advanceTimersByTimeAsync(50)
  choose('png')
  await vi.advanceTimersByTimeAsync(50)
  choose('pdf')
  await vi.advanceTimersByTimeAsync(200)
  expect(asked.map(({ what }) => what)).toEqual(['project.preview'])
})
