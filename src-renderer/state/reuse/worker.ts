import { Comparison } from '#domain/reuse/comparison'
import type { FromWorker, ToWorker } from './messages'

// Compares articles beside the page, so that keys are answered meanwhile.
const comparison = new Comparison()

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'read') comparison.read(data.articles)
  else if (data.kind === 'forget') comparison.forget(data.ids)
  else {
    const answer: FromWorker = { number: data.number, shared: comparison.compared() }
    postMessage(answer)
  }
})
