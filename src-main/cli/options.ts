import { parseArgs, type ParseArgsConfig } from 'node:util'
import { UsageError } from './command'

type OptionsConfig = NonNullable<ParseArgsConfig['options']>

type Read<Options extends OptionsConfig> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Options; allowPositionals: true; strict: true }>
>

/** Reads options and the rest of a command line. What is not known, or lacks its value, is wrong usage. */
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

/** The only one of what stands beside the options, or undefined when there is none. */
export function atMostOne(positionals: readonly string[], what: string): string | undefined {
  if (positionals.length > 1)
    throw new UsageError(`Only one ${what} can be given, and there are ${positionals.length}.`)
  return positionals[0]
}

/** One of a few words, or what stands when the option is not given. */
export function oneOf<const Word extends string>(
  name: string,
  given: string | undefined,
  words: readonly [Word, ...Word[]],
) {
  if (given === undefined) return words[0]
  const found = words.find((word) => word === given)
  if (found === undefined)
    throw new UsageError(`The option --${name} takes ${words.join(' or ')}, not “${given}”.`)
  return found
}
