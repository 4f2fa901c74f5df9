import * as v from 'valibot'
import { changed } from '../../document/change'
import type { Project } from '../../document/project'
import { knownTag } from '../../queries/tags'
import { words } from '../../records/record'
import { command, nothing, refuse, type Outcome } from '../command'

const NO_TAG = 'No claim has this tag any more.'

/** Changes the tags of every claim that has a tag. */
function retag(project: Project, tag: string, change: (tags: string[]) => string[], label: string): Outcome {
  const claims = [...project.claims.values()].filter(({ tags }) => tags.includes(tag))
  if (claims.length === 0) return refuse(NO_TAG)
  return { patch: claims.map((claim) => changed('claims', claim, { tags: change(claim.tags) })), label }
}

/** Renames a tag on all claims. If there is a tag with the new name, the two are merged. */
export const tagRename = command({
  name: 'tag.rename',
  title: 'Rename tag',
  input: v.object({ tag: words(100), to: words(100) }),
  run(project, { tag, to }) {
    const known = knownTag(project, to)
    // Only capitals of the tag itself may be changed.
    const name = known === tag ? to.trim() : known
    if (name === '') return refuse('A tag needs a name. The old name was kept.')
    if (name.includes(',')) return refuse('A tag cannot contain a comma. The old name was kept.')
    if (name === tag) return nothing('rename tag')
    const merged = [...project.claims.values()].some(({ tags }) => tags.includes(name))
    const rename = (tags: string[]) => [...new Set(tags.map((each) => (each === tag ? name : each)))]
    return retag(project, tag, rename, merged ? 'merge tags' : 'rename tag')
  },
})

/** Removes a tag from all claims. */
export const tagRemove = command({
  name: 'tag.remove',
  title: 'Delete tag',
  context: { on: ['tag'], removes: true },
  input: v.object({ tag: words(100) }),
  from: ({ tag }) => (tag === undefined ? undefined : { tag }),
  run: (project, { tag }) => retag(project, tag, (tags) => tags.filter((each) => each !== tag), 'delete tag'),
})
