import { SESSION_REQUEST, type Session } from '#api/session'

/** Names the channel on which the tabs of one server hand the token to new ones. */
const CHANNEL = 'counterpoint'

/** Milliseconds that a tab waits for others to answer. */
const PATIENCE = 1000

/** A message on the channel: a tab asks for the token, or gives it. */
interface Message {
  readonly token: string | null
}

/**
 * Takes what gives access to the server, and a project to open, out of the address. A browser's history keeps addresses:
 * the one that Counterpoint opens has a key that is worthless afterwards, and other tabs give the token without any.
 */
export function takeToken(): string | Promise<string> {
  const handed = new URLSearchParams(location.hash.slice(1))
  const project = handed.get('project')
  if (project !== null) sessionStorage.setItem('project', project)
  history.replaceState(null, '', location.pathname)
  const given = handed.get('token')
  if (given !== null) return kept(given)
  const once = handed.get('once')
  if (once !== null) return exchanged(once).then(kept)
  // A reload has no fragment. Session storage belongs to this tab and ends with it.
  return sessionStorage.getItem('token') ?? fromOtherTab().then(kept)
}

/** Gives the token to other tabs of this server that ask for it. Only pages of the same origin can. */
export function shareToken(token: () => string | undefined): void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    const own = token()
    if (data.token === null && own) channel.postMessage({ token: own } satisfies Message)
  }
}

function kept(token: string): string {
  sessionStorage.setItem('token', token)
  return token
}

/** The token for a key; empty if the key has been used, as when its address is opened from the history. */
async function exchanged(once: string): Promise<string> {
  try {
    const response = await fetch(`/api/${SESSION_REQUEST}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${once}` },
      body: '{}',
    })
    const answer = (await response.json()) as { ok: true; value: Session } | { ok: false }
    return answer.ok ? answer.value.token : (sessionStorage.getItem('token') ?? (await fromOtherTab()))
  } catch {
    return ''
  }
}

/** The token from another tab; empty if none answers. */
function fromOtherTab(): Promise<string> {
  const channel = new BroadcastChannel(CHANNEL)
  return new Promise<string>((done) => {
    channel.onmessage = ({ data }: MessageEvent<Message>) => data.token !== null && done(data.token)
    channel.postMessage({ token: null } satisfies Message)
    setTimeout(() => done(''), PATIENCE)
  }).finally(() => channel.close())
}
