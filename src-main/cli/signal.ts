/** One Ctrl+C arrives several times: from the terminal, from npm and from the start script. Milliseconds. */
const ONE_REQUEST = 1000

/** Resolves on the first request to end the process. A second request ends the process at once. */
export function untilSignal(): Promise<void> {
  return new Promise((done) => {
    let asked: number | undefined
    const end = () => {
      if (asked !== undefined && Date.now() - asked > ONE_REQUEST) process.exit(130)
      asked ??= Date.now()
      done()
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
  })
}
