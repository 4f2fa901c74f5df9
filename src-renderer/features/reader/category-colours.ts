/** Returns each colour's value in the current theme. Values are read from the page once. */
export function categoryColours(element: Element): (colour: string) => string {
  const style = getComputedStyle(element)
  const known = new Map<string, string>()
  return (colour) => {
    const ink = known.get(colour) ?? style.getPropertyValue(`--${colour}-mark`)
    known.set(colour, ink)
    return ink
  }
}
