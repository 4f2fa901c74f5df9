import { expect, it } from 'vitest'
import { acceleratorOf } from './accelerator'

it.each([
  [['$mod+Shift+z', '$mod+y'], 'CommandOrControl+Shift+Z'],
  [['$mod+Alt+n'], 'CommandOrControl+Alt+N'],
  [['Alt+1'], 'Alt+1'],
  [['m', '$mod+m'], 'CommandOrControl+M'],
  [['Shift+Alt+F2'], 'Shift+Alt+F2'],
])('shows %j as %s', (keys, accelerator) => expect(acceleratorOf(keys)).toBe(accelerator))

it.each([[['m']], [['Delete', 'Shift+Backspace']], [['Shift+?']], [['$mod+ArrowUp']], [['$mod++']], [[]]])(
  'leaves %j to the page',
  (keys) => expect(acceleratorOf(keys)).toBeUndefined(),
)
