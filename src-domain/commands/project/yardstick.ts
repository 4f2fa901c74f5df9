import * as v from 'valibot'
import { aboutChange } from '../../document/about'
import { YARDSTICK_NAMES } from '../../vocabulary/yardsticks'
import { command, nothing } from '../command'

/** Chooses the yardstick whose words of probability judgements use. Words of another one stay as they are. */
export const projectYardstick = command({
  name: 'project.yardstick',
  title: 'Choose yardstick',
  input: v.object({ yardstick: v.picklist(['', ...YARDSTICK_NAMES]) }),
  run({ about }, { yardstick }) {
    if ((about.yardstick ?? '') === yardstick) return nothing('choose yardstick')
    return { patch: [aboutChange(about, { yardstick })], label: 'choose yardstick' }
  },
})
