import * as v from 'valibot'
import { changed } from '../../document/change'
import type { Claim } from '../../records/claim'
import { knownTag } from '../../queries/tags'
import { IdSchema, words } from '../../records/record'
import { command, nothing, refuse, type Outcome } from '../command'
import { compose } from '../shared/compose'
import { onlyClaim } from '../context'
import { inOrder } from '../../records/category'
import type { Project } from '../../document/project'

/** Sets fields of a claim. Typing into one field of one claim joins into one undo entry. */
function edit(project: Project, id: string, fields: Partial<Claim>, label: string, joins?: string): Outcome {
  const claim = project.claims.get(id)
  if (!claim) return refuse('The claim is no longer in the project.')
  const same = Object.entries(fields).every(
    ([key, value]) => JSON.stringify(claim[key]) === JSON.stringify(value),
  )
  if (same) return nothing(label)
  return { patch: [changed('claims', claim, fields)], label, ...(joins && { joins: `${joins} ${id}` }) }
}

const Claims = v.pipe(v.array(IdSchema), v.minLength(1))

/** Sets fields of several claims as one undo entry. Claims that are gone are left out. */
function editAll(
  project: Project,
  ids: readonly string[],
  fields: (claim: Claim) => Partial<Claim>,
  label: string,
): Outcome {
  const claims = [...new Set(ids)].flatMap((id) => project.claims.get(id) ?? [])
  if (ids.length > 0 && claims.length === 0) return refuse('The claim is no longer in the project.')
  return compose(
    project,
    label,
    claims.map((claim) => (now) => edit(now, claim.id, fields(claim), label)),
  )
}

/** Changes the wording of a claim. Its passages stay the same. */
export const claimReword = command({
  name: 'claim.reword',
  title: 'Edit wording',
  input: v.object({ claim: IdSchema, text: words(20_000) }),
  run(project, { claim, text }) {
    if (text.trim() === '') return refuse('A claim needs some words. The old wording was kept.')
    return edit(project, claim, { text }, 'edit wording', 'wording')
  },
})

/** Changes the note on a claim. */
export const claimNote = command({
  name: 'claim.note',
  title: 'Edit note',
  input: v.object({ claim: IdSchema, note: words(200_000) }),
  run: (project, { claim, note }) => edit(project, claim, { note }, 'edit note', 'note'),
})

/** Replaces the tags of a claim. They are trimmed, and duplicates are dropped. */
export const claimTag = command({
  name: 'claim.tag',
  title: 'Edit tags',
  input: v.object({ claim: IdSchema, tags: v.array(words(100)) }),
  run(project, { claim, tags }) {
    const clean = [...new Set(tags.map((tag) => knownTag(project, tag)).filter(Boolean))]
    return edit(project, claim, { tags: clean }, 'edit tags')
  },
})

/** Adds a tag to claims, or removes it from them. */
export const claimSetTag = command({
  name: 'claim.setTag',
  title: 'Add or remove tag',
  input: v.object({ claims: Claims, tag: words(100), has: v.boolean() }),
  run(project, { claims, tag: typed, has }) {
    const tag = has ? knownTag(project, typed) : typed.trim()
    if (tag === '') return refuse('A tag needs a name. Nothing was changed.')
    if (has && tag.includes(',')) return refuse('A tag cannot contain a comma. Nothing was changed.')
    const others = ({ tags }: Claim) => tags.filter((each) => each !== tag)
    return editAll(
      project,
      claims.filter((id) => project.claims.get(id)?.tags.includes(tag) !== has),
      (claim) => ({ tags: has ? [...claim.tags, tag] : others(claim) }),
      'edit tags',
    )
  },
})

/** Marks a claim as an unstated premise, or removes the mark. */
export const claimUnstated = command({
  name: 'claim.unstated',
  title: 'Mark or unmark as an unstated premise',
  menu: 'Claim',
  context: { on: ['card', 'claim'] },
  input: v.object({ claim: IdSchema }),
  from(context) {
    const claim = onlyClaim(context)
    return claim ? { claim } : undefined
  },
  run(project, { claim }) {
    const unstated = !project.claims.get(claim)?.unstated
    return edit(project, claim, { unstated }, unstated ? 'mark as unstated' : 'mark as stated')
  },
})

/** Changes the category of the selected claims: `1` … `9` when no text is selected. */
export const claimCategorise = command({
  name: 'claim.categorise',
  title: 'Change category',
  keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
  context: { on: ['card', 'claim', 'passage'], submenu: 'Category' },
  input: v.object({ claims: Claims, category: IdSchema }),
  from(context, key) {
    const claims = [...context.claims]
    const category = key && inOrder(context.project.categories.values()).find((each) => each.key === key)
    return claims.length > 0 && category && !context.passage ? { claims, category: category.id } : undefined
  },
  run(project, { claims, category }) {
    if (!project.categories.has(category)) return refuse('The category is no longer in the project.')
    return editAll(project, claims, () => ({ category }), 'change category')
  },
})
