import { CONTENTS } from './thresholds'

/** Ends in a dot leader and the number of a page. */
const LEADER = /(?:\. ?){4,}\s*(\d{1,4}|[ivxlc]{1,7})$/u
/** Begins like a heading and ends in a number, without a dot leader. */
const ENTRY = /^[\p{Lu}\d].*\S\s+\d{1,4}$/u

export const CONTENTS_ASIDE = 'table of contents'

/** Finds tables of contents: lines with dot leaders to page numbers, which never fall. */
export function findContents<Line extends { readonly text: string }>(lines: readonly Line[]): Line[] {
  const runs: number[][] = []
  lines.forEach((line, index) => {
    if (line.text.length > CONTENTS.longest || !LEADER.test(line.text)) return
    const run = runs.at(-1)
    if (run && index - (run.at(-1) ?? 0) <= CONTENTS.mostBetween + 1) run.push(index)
    else runs.push([index])
  })
  return runs.flatMap((run) => {
    const numbers = run.map((index) => Number(LEADER.exec(lines[index]?.text ?? '')?.[1]))
    if (run.length < CONTENTS.fewest || !rises(numbers.filter((number) => !Number.isNaN(number)))) return []
    const [start = 0, end = 0] = [run[0], run.at(-1)]
    // A chapter may have no dot leader. Between other entries it is included anyway; here it is first or last.
    const first = isEntry(lines[start - 1]) ? start - 1 : start
    const last = isEntry(lines[end + 1]) ? end + 1 : end
    return lines.slice(first, last + 1).filter(({ text }) => text.length <= CONTENTS.longest)
  })
}

const rises = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => index === 0 || number >= (numbers[index - 1] ?? 0))

const isEntry = (line: { readonly text: string } | undefined): boolean =>
  line !== undefined && line.text.length <= CONTENTS.longestChapter && ENTRY.test(line.text)
