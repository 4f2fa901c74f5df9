import { createClient } from '#api/client'
import type { Answer } from '#api/dispatch'
import { filesToImport, wholeFile } from './files'
import type { Platform } from './platform'

/** The browser edition: requests to the page's server, and files by upload and download. */
export function webPlatform(token: string): Platform {
  const client = createClient(async (name, input) => {
    try {
      const response = await fetch(`/api/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(input),
        // Closing the page releases its project: this request must outlive the page.
        keepalive: name === 'project.close',
      })
      return (await response.json()) as Answer
    } catch {
      const message = 'Counterpoint’s server is not responding. Start it again. Saved work is safe.'
      return { ok: false, error: { code: 'not-saved', message } }
    }
  })
  return {
    client,
    async chooseProject() {
      const [file] = filesToImport(await pick('.json', false))
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
    onCommand: () => undefined,
    onClose({ isSaved }) {
      // A browser does not wait for a save. While something is unsaved, it can only be made to ask the user.
      window.addEventListener('beforeunload', (event) => {
        if (!isSaved()) event.preventDefault()
      })
    },
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

/** Takes the token out of the address, so that copies of the address do not reveal it. */
export function takeToken(): string {
  const token =
    new URLSearchParams(location.hash.slice(1)).get('token') ?? sessionStorage.getItem('token') ?? ''
  // A reload has no fragment. Session storage belongs to this tab and ends with it.
  sessionStorage.setItem('token', token)
  history.replaceState(null, '', location.pathname)
  return token
}
