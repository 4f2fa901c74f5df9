/** Bytes that the process may have in all: buffers count for nothing in V8's own limit, and files unpack into buffers. */
const MEMORY_LIMIT = 1024 * 1024 * 1024

const EVERY = 50

/** Looks after the process from a thread of its own: ends it when it takes too much memory, or is left by its parent. */
export function watch(): void {
  const parent = process.ppid
  setInterval(() => {
    if (process.memoryUsage.rss() > MEMORY_LIMIT) process.kill(process.pid, 'SIGKILL')
    if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
  }, EVERY)
}
