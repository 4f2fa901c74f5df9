import * as v from 'valibot'
import { aboutChange } from '../../document/about'
import { words } from '../../records/record'
import { command, nothing, refuse } from '../command'

export const projectRename = command({
  name: 'project.rename',
  title: 'Rename project',
  input: v.object({ title: v.pipe(words(300), v.minLength(1)) }),
  run(project, input) {
    const title = input.title.trim()
    if (title === '') return refuse('A project needs a title. The old title was kept.')
    if (title === project.about.title) return nothing('rename project')
    return { patch: [aboutChange(project.about, { title })], label: 'rename project' }
  },
})
