import * as v from 'valibot'
import { load } from '../../document/load'
import { patchToDecide } from '../../merge/disagreement-records'
import { carryFile } from '../../newer-file/carry-file'
import { command, refuse } from '../command'

/**
 * Carries the project over to a newer state of a file of another program that came into it. `before` is what a reader
 * makes of the origin's content, `file` what it makes of the newer file.
 */
export const originNewVersion = command({
  name: 'origin.newVersion',
  title: 'Carry over to a newer file',
  input: v.object({ origin: v.string(), before: v.string(), file: v.string() }),
  run(project, { origin: id, before, file }, env) {
    const origin = project.origins.get(id)
    if (!origin) return refuse('The project has no longer anything of the earlier file. Nothing was changed.')
    const [earlier, later] = [load(before), load(file)]
    if (!earlier.ok) return refuse(`Nothing was changed. ${earlier.message}`)
    if (!later.ok) return refuse(`Nothing was changed. ${later.message}`)
    const states = { earlier: earlier.project, later: later.project }
    if (Object.values(states).some(({ origins }) => origins.size !== 1))
      return refuse('It is no file of another program. Nothing was changed.')
    const { merge } = carryFile(project, origin, states, env)
    return { patch: patchToDecide(project, merge, env), label: 'carry over to a newer file' }
  },
})
