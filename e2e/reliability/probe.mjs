import { writeFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'

// Loaded into the app by Node's `--import`. On SIGUSR2 it writes the longest delay of the event loop since the last
// signal.
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
process.on('SIGUSR2', () => {
  writeFileSync(process.env.PROBE, JSON.stringify({ longest: delay.max / 1e6 - 5 }))
  delay.reset()
})
