/** Answers when somebody asks the process to end. Asked a second time, it ends at once. */
export function untilSignal(): Promise<void> {
  return new Promise((done) => {
    let asked = false
    const end = () => {
      if (asked) process.exit(130)
      asked = true
      done()
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
  })
}
