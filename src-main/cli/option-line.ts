/** Columns of the help text: where explanations begin, and where they end. */
const [BEGIN, END] = [19, 97]

/** An option and what it does, as in the help of a command: what does not fit the line goes on below its beginning. */
export function optionLine(flag: string, does: string): string {
  const lines = [`  ${flag.padEnd(BEGIN - 4)} `]
  for (const word of does.split(' ')) {
    const line = lines.at(-1)!
    if (line.length + 1 + word.length > END) lines.push(' '.repeat(BEGIN) + word)
    else lines[lines.length - 1] = `${line} ${word}`
  }
  return lines.join('\n')
}
