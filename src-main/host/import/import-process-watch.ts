/** The most bytes for the whole process. Files unpack into buffers, which V8's own limit does not count. */
const MEMORY_LIMIT = 512 * 1024 * 1024

const EVERY = 50

/** Watches the process from a second thread: ends it if it takes too much memory or its parent is gone. */
export function watch(): void {
  const parent = process.ppid
  setInterval(() => {
    if (process.memoryUsage.rss() > MEMORY_LIMIT) process.kill(process.pid, 'SIGKILL')
    if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
  }, EVERY)
}
