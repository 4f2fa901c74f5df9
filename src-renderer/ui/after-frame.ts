/**
 * Does something once the next frame is on the screen, when the page is laid out and asking it for places costs nothing.
 * @returns how to call it off
 */
export function afterFrame(act: () => void): () => void {
  let soon: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => (soon = setTimeout(act)))
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(soon)
  }
}
