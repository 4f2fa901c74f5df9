/** A terminal, npm and the starting script each pass the same Ctrl+C on. Milliseconds in which it counts as one. */
const ONE_REQUEST = 1000

/** Answers when somebody asks the process to end. Asked again later, it ends at once. */
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
