import { Comparison } from './comparison'
import type { FromWorker, ToWorker } from './messages'

// Compares articles beside the page, so that keys are answered meanwhile.
const comparison = new Comparison()

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  const answer: FromWorker | undefined = comparison.hear(data)
  if (answer) postMessage(answer)
})
