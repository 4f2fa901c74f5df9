import { createClient } from '#api/client'
import type { Answer } from '#api/dispatch'
import { NEWS_REQUEST } from '#api/news'
import { PARTED } from '#api/parted-answer'
import { PROJECT_ENDINGS } from '#domain/formats/import/catalogue'
import { filesToImport, wholeFile } from './files'
import { joinAnswer } from './join-answer'
import { listenToStream } from './news-stream'
import type { Platform } from './platform'
import { shareToken, takeToken } from './token'

/** The browser edition: requests to the page's server, and files by upload and download. */
export function webPlatform(): Platform {
  let token: string | Promise<string> = ''
  const take = () => {
    const taken = takeToken()
    token = taken
    if (typeof taken !== 'string') void taken.then((got) => token === taken && (token = got))
  }
  take()
  shareToken(() => (typeof token === 'string' ? token : undefined))
  const ask = async (name: string, input: unknown, options: RequestInit = {}) => {
    // Without a pause where it is known: a page that closes has no time.
    if (typeof token !== 'string') await token
    return fetch(`/api/${name}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: `application/json, ${PARTED}`,
        authorization: `Bearer ${await token}`,
      },
      body: JSON.stringify(input),
      ...options,
    })
  }
  const client = createClient(async (name, input) => {
    try {
      // Closing the page releases its project: this request must outlive the page.
      const response = await ask(name, input, { keepalive: name === 'project.close' })
      const isParted = response.headers.get('content-type')?.startsWith(PARTED)
      return isParted
        ? joinAnswer(new Uint8Array(await response.arrayBuffer()))
        : ((await response.json()) as Answer)
    } catch {
      const message = 'Counterpoint’s server is not responding. Start it again. Saved work is safe.'
      return { ok: false, error: { code: 'not-saved', message } }
    }
  })
  return {
    client,
    async chooseProject() {
      const [file] = filesToImport(await pick(PROJECT_ENDINGS.map((ending) => `.${ending}`).join(','), false))
      return file ? { file: await wholeFile(file) } : null
    },
    chooseImports: async (importable) => ({
      files: filesToImport(await pick(importable.join(','), true)),
      refused: [],
    }),
    async deliver({ fileName, mediaType, base64 }) {
      const url = URL.createObjectURL(blobOf(base64, mediaType))
      const link = document.createElement('a')
      link.href = url
      link.download = fileName
      link.click()
      setTimeout(() => URL.revokeObjectURL(url), 60_000)
      return true
    },
    async openLink({ href, place }) {
      const isWanted = confirm(`Open ${place} outside Counterpoint?\n\n${href}`)
      // The other page learns neither where it was come from nor how to reach this one.
      // eslint-disable-next-line no-restricted-properties -- the one place, with an address that is checked
      if (isWanted) window.open(href, '_blank', 'noopener,noreferrer')
      return isWanted
    },
    async copyPicture(base64) {
      // The clipboard needs the promise of a picture at once: a browser accepts it only directly in the user's event.
      const drawn = base64.then((text) => blobOf(text, 'image/png'))
      const copied = async () => navigator.clipboard.write([new ClipboardItem({ 'image/png': drawn })])
      try {
        await copied()
      } catch {
        // If drawing failed, throw that error, which has its own message.
        await drawn
        throw new Error('This browser does not allow copying a picture. Export the map as PNG instead.')
      }
    },
    // Session storage belongs to this tab and ends with it.
    openBefore: sessionStorage.getItem('project') ?? undefined,
    noteOpen(path) {
      if (path === undefined) sessionStorage.removeItem('project')
      else sessionStorage.setItem('project', path)
    },
    openWindow(path) {
      const handed = new URLSearchParams({ project: path })
      // The other tab asks this one for the token. Without an opener it has its own thread.
      // eslint-disable-next-line no-restricted-properties -- the page's own address
      window.open(`/#${handed}`, '_blank', 'noopener,noreferrer')
    },
    onCommand: () => undefined,
    onRenewed(listener) {
      // An address that differs only in its fragment does not load the page again.
      window.addEventListener('hashchange', () => {
        if (!/[#&](?:token|once)=/.test(location.hash)) return
        take()
        listener()
      })
    },
    onClose({ isSaved }) {
      // A browser does not wait for a save. While something is unsaved, it can only be made to ask the user.
      window.addEventListener('beforeunload', (event) => {
        if (!isSaved()) event.preventDefault()
      })
    },
    // An `EventSource` could send the token only in the address.
    listen: (key, listener) => listenToStream((signal) => ask(NEWS_REQUEST, { key }, { signal }), listener),
  }
}

function blobOf(base64: string, type: string): Blob {
  return new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], { type })
}

function pick(accept: string, multiple: boolean): Promise<File[]> {
  return new Promise((done) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.multiple = multiple
    input.onchange = () => done([...(input.files ?? [])])
    input.oncancel = () => done([])
    input.click()
  })
}
