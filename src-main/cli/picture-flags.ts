import * as v from 'valibot'
import {
  DEFAULT_LOOK,
  PICTURE_OPTION_NAMES,
  PICTURE_OPTIONS,
  PictureLookSchema,
  type PictureLook,
  type PictureOption,
  type PictureOptionName,
} from '#domain/formats/export/picture-options'
import { UsageError } from './command'
import { alternatives } from './options'

/** A toggle that is on by default is turned off: `--no-title`. */
const flagOf = (name: PictureOptionName): string => (DEFAULT_LOOK[name] === true ? `no-${name}` : name)

/** The options of pictures, as `readOptions` takes them. */
export const PICTURE_FLAGS = Object.fromEntries(
  PICTURE_OPTION_NAMES.map((name) => [
    flagOf(name),
    { type: PICTURE_OPTIONS[name].control === 'toggle' ? ('boolean' as const) : ('string' as const) },
  ]),
)

/** The look that these options ask for. Throws `UsageError` for a value that an option does not take. */
export function lookOf(values: Readonly<Record<string, unknown>>): PictureLook {
  const given = PICTURE_OPTION_NAMES.filter((name) => values[flagOf(name)] !== undefined)
  return v.parse(PictureLookSchema, Object.fromEntries(given.map((name) => [name, valueOf(name, values)])))
}

function valueOf(name: PictureOptionName, values: Readonly<Record<string, unknown>>): unknown {
  const option = PICTURE_OPTIONS[name]
  const flag = flagOf(name)
  if (option.control === 'toggle') return flag === name
  const value = option.control === 'amount' ? Number(values[flag]) : values[flag]
  if (v.is(option.schema, value)) return value
  throw new UsageError(`The option --${flag} takes ${takes(option)}, not “${String(values[flag])}”.`)
}

/** The values that an option takes, in words. */
const takes = (option: Exclude<PictureOption, { control: 'toggle' }>): string =>
  option.control === 'amount' ? `${option.minimum} to ${option.maximum}` : alternatives(option.values)

/** The options as they are written, and what they do: rows for the help and for the guide. */
export function pictureFlagRows(): { flag: string; does: string }[] {
  return PICTURE_OPTION_NAMES.map((name) => {
    const option = PICTURE_OPTIONS[name]
    const only = 'formats' in option ? `. Only ${option.formats.join(', ')}` : ''
    if (option.control === 'toggle')
      return { flag: `--${flagOf(name)}`, does: `${option.initial ? 'without ' : ''}${option.help}${only}` }
    const does = `${option.help}: ${takes(option)}; ${DEFAULT_LOOK[name]} by default${only}`
    return { flag: `--${name} ${option.control === 'amount' ? 'N' : name.toUpperCase()}`, does }
  })
}
