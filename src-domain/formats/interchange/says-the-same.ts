import { excerptsByClaim } from '../../queries/excerpt-index'
import type { Claim } from '../../records/claim'
import type { Correspondences } from './correspondence'

/** Whether a claim is as it was when its file came, in what formats of annotations say of it. */
export const saysTheSame = ({ then, now }: Correspondences, before: Claim, claim: Claim): boolean =>
  before.text === claim.text &&
  before.note === claim.note &&
  before.unstated === claim.unstated &&
  before.tags.join('\n') === claim.tags.join('\n') &&
  then.categories.get(before.category)?.name === now.categories.get(claim.category)?.name

/**
 * Whether a claim rests on the same words as when its file came. Where they stand does not count: the quotes of a file
 * are found in an article that is in the project.
 */
export function samePassages({ then, now }: Correspondences, before: string, claim: string): boolean {
  const words = (excerpts: readonly { readonly exact: string }[] = []) =>
    excerpts.map(({ exact }) => exact.replace(/\s+/g, ' ').trim()).sort()
  const [was, is] = [words(excerptsByClaim(then).get(before)), words(excerptsByClaim(now).get(claim))]
  return was.join('\n') === is.join('\n')
}
