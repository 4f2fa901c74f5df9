import { COLOURS, SHADES, type Colour } from '../../vocabulary/palette'

/** The colour of the palette that is nearest to a colour such as `#a5342b`; undefined for what is not one. */
export function nearestColour(hex: string): Colour | undefined {
  const wanted = channels(hex)
  if (!wanted) return undefined
  const far = (colour: Colour): number => {
    const own = channels(SHADES.light[colour].mark) ?? [0, 0, 0]
    return own.reduce((sum, value, at) => sum + (value - wanted[at]!) ** 2, 0)
  }
  return COLOURS.reduce((best, colour) => (far(colour) < far(best) ? colour : best))
}

function channels(hex: string): number[] | undefined {
  const [, digits] = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(hex.trim()) ?? []
  if (digits === undefined) return undefined
  const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits
  return [0, 2, 4].map((at) => parseInt(long.slice(at, at + 2), 16))
}
