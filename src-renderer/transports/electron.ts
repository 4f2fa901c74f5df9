import * as v from 'valibot'
import type { Bridge } from '#api/bridge'
import { createClient } from '#api/client'
import { NewsSchema, type News } from '#api/news'
import type { Platform } from './platform'

/** The desktop edition: requests through the preload's bridge, and native dialogs. */
export function electronPlatform(bridge: Bridge): Platform {
  const client = createClient((name, input) => bridge.call(name, input))
  let heard: ((key: string, news: News) => void) | undefined
  bridge.onNews((key, news) => heard?.(key, v.parse(NewsSchema, news)))
  return {
    client,
    async chooseProject() {
      const { path } = await client.call('dialog.chooseProject', {})
      return path === null ? null : { path }
    },
    async chooseImports() {
      const { files, refused } = await client.call('dialog.chooseImports', {})
      return {
        files: files.map(({ fileName, size, fileKey }) => ({ fileName, size, content: { fileKey } })),
        refused,
      }
    },
    async deliver({ fileName, base64 }) {
      return (await client.call('dialog.saveFile', { fileName, base64 })).path !== null
    },
    openLink: async ({ href }) => (await client.call('dialog.openLink', { address: href })).opened,
    async copyPicture(base64) {
      await client.call('dialog.copyPicture', { base64: await base64 })
    },
    // The address of a second window names its project. The window has no command that loads its page again.
    openBefore: new URLSearchParams(location.search).get('project') ?? undefined,
    noteOpen: () => undefined,
    openWindow: (path) => bridge.openWindow(path),
    onCommand: (listener) => bridge.onCommand(listener),
    onRenewed: () => undefined,
    onClose: ({ mayClose }) => bridge.onClose((answer) => void mayClose().then(answer, () => answer(false))),
    listen(key, { hear }) {
      heard = (of, news) => of === key && hear(news)
      bridge.listen(key)
      return () => {
        heard = undefined
        bridge.listen(null)
      }
    },
  }
}
