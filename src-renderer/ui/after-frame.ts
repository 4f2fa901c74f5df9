/**
 * Runs `act` after the next frame is painted, when reading the layout is cheap.
 * @returns a function that cancels it
 */
export function afterFrame(act: () => void): () => void {
  let soon: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => (soon = setTimeout(act)))
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(soon)
  }
}
