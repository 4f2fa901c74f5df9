import { protocol } from 'electron'
import { SECURITY_HEADERS } from '../shell/policy'
import type { StaticFiles } from '../shell/static-files'

const SCHEME = 'counterpoint'
const HOST = 'app'

/** The origin of the page. */
export const APP_ORIGIN = `${SCHEME}://${HOST}`

/** Gives the scheme an origin of its own that is as secure as https. Call it before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the page's files under the scheme, and nothing else. */
export function serveScheme(files: StaticFiles): void {
  protocol.handle(SCHEME, (request) => {
    const { host, pathname } = new URL(request.url)
    const file = host === HOST ? files.get(pathname) : undefined
    if (request.method !== 'GET' || !file) return new Response('There is no such file.', { status: 404 })
    return new Response(file.bytes, { headers: { ...SECURITY_HEADERS, 'content-type': file.type } })
  })
}
