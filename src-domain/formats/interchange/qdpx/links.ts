import type { IncomingStep } from '../incoming'
import type { LossList } from '../loss-list'
import { attributeOf, type XmlElement } from '../xml-in'

/** The step that a link between two selections, or an edge of a graph, says by its name; none if it says none. */
export function stepOfLink(
  link: XmlElement,
  id: string,
  from: string | undefined,
  to: string | undefined,
  losses: LossList,
): IncomingStep[] {
  const name = attributeOf(link, 'name')
  const direction = attributeOf(link, 'direction')
  const kind = kindOf(name, direction)
  if (from === undefined || to === undefined)
    losses.name('link:other', id, 'Links whose ends are no selections, kept only in the file')
  else if (!kind)
    losses.name(`link:${name}`.slice(0, 100), id, 'Links whose name says no relation, kept only in the file')
  else return [{ id, kind, premises: [from], target: { type: 'claim', id: to } }]
  return []
}

function kindOf(name: string, direction: string): IncomingStep['kind'] | undefined {
  if (/contradict|oppos/i.test(name)) return direction === 'OneWay' ? 'attack' : 'contradict'
  if (/criticiz|attack|undermin/i.test(name)) return 'attack'
  return /support|justif|explain|confirm|because/i.test(name) ? 'support' : undefined
}
