import type { Rect } from '../../../canvas/card'
import { element, type XmlElement } from '../picture/svg-xml'

/** What yEd needs to show nodes and edges: without it there are boxes without words, one over the other. */
export const YED = 'http://www.yworks.com/xml/graphml'

/** The declarations of the keys under which yEd finds its shapes. */
export const YED_KEYS: readonly XmlElement[] = [
  element('key', { id: 'yed_node', for: 'node', 'yfiles.type': 'nodegraphics' }),
  element('key', { id: 'yed_edge', for: 'edge', 'yfiles.type': 'edgegraphics' }),
]

/** A node as yEd draws it, in map pixels with y counted down, as yEd does. */
export interface YedNode {
  readonly rect: Rect
  readonly words: string
  readonly colour: string
  readonly shape: 'roundrectangle' | 'ellipse'
}

export const yedNode = ({ rect, words, colour, shape }: YedNode): XmlElement => {
  const { x, y, width, height } = rect
  const isCard = shape === 'roundrectangle'
  const label = {
    fontSize: '14',
    alignment: isCard ? 'left' : 'center',
    textColor: '#1C1C1C',
    ...(isCard && {
      // Words wrap at the width of the card.
      configuration: 'CroppingLabel',
      autoSizePolicy: 'node_size',
    }),
    modelName: 'internal',
    modelPosition: 'c',
  }
  return element(
    'data',
    { key: 'yed_node' },
    element(
      'y:ShapeNode',
      {},
      element('y:Geometry', { x, y, width, height }),
      element('y:Fill', { color: '#FFFFFF', transparent: 'false' }),
      element('y:BorderStyle', { color: colour, type: 'line', width: '2.0' }),
      element('y:NodeLabel', label, words),
      element('y:Shape', { type: shape }),
    ),
  )
}

/** An edge as yEd draws it: a straight line. */
export interface YedEdge {
  readonly words: string
  readonly colour: string
  readonly dashed: boolean
  readonly atSource: boolean
  readonly atTarget: boolean
}

export const yedEdge = ({ words, colour, dashed, atSource, atTarget }: YedEdge): XmlElement =>
  element(
    'data',
    { key: 'yed_edge' },
    element(
      'y:PolyLineEdge',
      {},
      element('y:LineStyle', { color: colour, type: dashed ? 'dashed' : 'line', width: '2.0' }),
      element('y:Arrows', {
        source: atSource ? 'standard' : 'none',
        target: atTarget ? 'standard' : 'none',
      }),
      ...(words === '' ? [] : [element('y:EdgeLabel', { textColor: colour }, words)]),
    ),
  )
