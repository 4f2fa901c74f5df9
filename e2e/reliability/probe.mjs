import { writeFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'

// Loaded into the app by Node's `--import`. On SIGUSR2 it writes the longest delay of the event loop since the last
// signal, and the megabytes in use; with `--expose-gc`, after a collection of garbage.
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
process.on('SIGUSR2', () => {
  const longest = delay.max / 1e6 - 5
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  const [heap, buffers] = [heapUsed, external].map((bytes) => Math.round(bytes / 1e5) / 10)
  writeFileSync(process.env.PROBE, JSON.stringify({ longest, heap, buffers }))
  delay.reset()
})
