import { writeFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'

// Loaded into the app by Node's `--import`: on SIGUSR2 it writes the longest that the event loop was held up since.
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
process.on('SIGUSR2', () => {
  writeFileSync(process.env.PROBE, JSON.stringify({ longest: delay.max / 1e6 - 5 }))
  delay.reset()
})
