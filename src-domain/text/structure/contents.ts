/** Dots that lead over to the number of a page, at the end of a line. */
const LED = /(?:\. ?){4,}\s*(\d{1,4}|[ivxlc]{1,7})$/u
const ENTRY = /^[\p{Lu}\d].*\S\s+\d{1,4}$/u
const LONGEST = 200
/** One line alone may be a form with room for an answer. */
const FEWEST = 3
/** Lines without dots between two that have them: those of chapters, and those that go on below. */
const MOST_BETWEEN = 3

export const CONTENTS_ASIDE = 'table of contents'

/** Finds tables of contents by the dots that lead from their entries to the numbers of pages, which never fall. */
export function findContents<Line extends { readonly text: string }>(lines: readonly Line[]): Line[] {
  const runs: number[][] = []
  lines.forEach((line, index) => {
    if (line.text.length > LONGEST || !LED.test(line.text)) return
    const run = runs.at(-1)
    if (run && index - (run.at(-1) ?? 0) <= MOST_BETWEEN + 1) run.push(index)
    else runs.push([index])
  })
  return runs.flatMap((run) => {
    const numbers = run.map((index) => Number(LED.exec(lines[index]?.text ?? '')?.[1]))
    if (run.length < FEWEST || !rises(numbers.filter((number) => !Number.isNaN(number)))) return []
    const [start = 0, end = 0] = [run[0], run.at(-1)]
    // A chapter without parts has no dots, and may be the first or the last.
    const first = isEntry(lines[start - 1]) ? start - 1 : start
    const last = isEntry(lines[end + 1]) ? end + 1 : end
    return lines.slice(first, last + 1).filter(({ text }) => text.length <= LONGEST)
  })
}

const rises = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => index === 0 || number >= (numbers[index - 1] ?? 0))

const isEntry = (line: { readonly text: string } | undefined): boolean =>
  line !== undefined && line.text.length <= 80 && ENTRY.test(line.text)
