/** The longest slice of work between two frames. Milliseconds. */
const SLICE = 8

/**
 * Runs a search in slices, so that the page answers keys meanwhile.
 * @param onstep called after each slice with what is found so far, and at the end with the result
 * @returns a function that stops it
 */
export function sliced<Step, Result>(
  search: Generator<Step, Result>,
  onslice: (found: Step) => void,
  ondone: (result: Result) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const run = () => {
    const end = performance.now() + SLICE
    for (;;) {
      const step = search.next()
      if (step.done) return ondone(step.value)
      if (performance.now() < end) continue
      onslice(step.value)
      timer = setTimeout(run)
      return
    }
  }
  timer = setTimeout(run)
  return () => clearTimeout(timer)
}
