import type { PageElement } from '../html/html-dom'
import { elementsOf } from '../xml'

/** What formatting does to words. Undefined where it says nothing, so that a style on which it is based decides. */
export interface Look {
  readonly hidden?: boolean
  readonly struck?: boolean
  readonly vertical?: 'superscript' | 'subscript' | 'baseline'
}

/** Half points by which words are moved that stand no longer on their line. */
const MOVED = 4

/** What one element of a run's formatting says of its words. */
export function lookOf(name: string, value: string): Look {
  switch (name) {
    case 'w:vanish':
      return { hidden: isOn(value) }
    case 'w:strike':
    case 'w:dstrike':
      return { struck: isOn(value) }
    case 'w:vertAlign':
      return value === 'superscript' || value === 'subscript' ? { vertical: value } : { vertical: 'baseline' }
    case 'w:position': {
      const by = Number(value)
      return by >= MOVED ? { vertical: 'superscript' } : by <= -MOVED ? { vertical: 'subscript' } : {}
    }
    default:
      return {}
  }
}

/** What the formatting of a style says of its words. */
export function lookIn(style: PageElement): Look {
  let look: Look = {}
  for (const properties of elementsOf(style, 'rPr')) {
    if (properties.parentNode !== style) continue
    for (const name of ['vanish', 'strike', 'dstrike', 'vertAlign', 'position'])
      for (const element of elementsOf(properties, name))
        look = { ...look, ...lookOf(`w:${name}`, element.getAttribute('w:val') ?? '') }
  }
  return look
}

const isOn = (value: string): boolean => !/^(?:0|false|off)$/.test(value)

/** The formatting that mammoth understands, for what the run itself does not say in that form. */
export const formatting = ({ struck, vertical }: Look): string =>
  (struck ? '<w:strike/>' : '') +
  (vertical === 'superscript' || vertical === 'subscript' ? `<w:vertAlign w:val="${vertical}"/>` : '')
