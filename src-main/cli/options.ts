import { parseArgs, type ParseArgsConfig } from 'node:util'
import { UsageError } from './command'

type OptionsConfig = NonNullable<ParseArgsConfig['options']>

type Read<Options extends OptionsConfig> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Options; allowPositionals: true; strict: true }>
>

/** Parses options and positional arguments. Throws `UsageError` for an unknown option or a missing value. */
export function readOptions<const Options extends OptionsConfig>(
  args: readonly string[],
  options: Options,
): Read<Options> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(inWords(error as NodeJS.ErrnoException))
  }
}

function inWords({ code, message }: NodeJS.ErrnoException): string {
  const option = /'(--?[^' ]+)/.exec(message)?.[1] ?? 'an option'
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `There is no option ${option} here.`
  if (/does not take/.test(message)) return `The option ${option} takes no value.`
  return `The option ${option} needs a value.`
}

/** The only positional argument; undefined if there is none. Throws `UsageError` if there are several. */
export function atMostOne(positionals: readonly string[], what: string): string | undefined {
  if (positionals.length > 1)
    throw new UsageError(`Only one ${what} can be given, and there are ${positionals.length}.`)
  return positionals[0]
}

/** Words to choose from, in a sentence: “fitted, A4 or Letter”. */
export const alternatives = (words: readonly string[]): string =>
  [words.slice(0, -1).join(', '), ...words.slice(-1)].filter(Boolean).join(' or ')
