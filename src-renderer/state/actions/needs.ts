import { isOnMap } from '#domain/commands/shared/position'
import { reveal } from '../navigate'
import type { Workspace } from '../workspace.svelte'
import { actionNamed, type Action, type ActionName } from './actions'

const WORDS = 'Select words in the article first.'
const WORDS_OR_CLAIM = 'Select words in the article, or a claim, first.'
const CLAIM = 'Select a claim first.'
const CLAIM_OR_RELATION = 'Select a claim or a relation first.'
const CARD = 'Select a card on the map first.'
const CARDS = 'Select several cards on the map first.'
const RELATION = 'Select a relation first.'
const TO_SUPPOSE = 'Select a claim, a relation or an article first.'

/** What is missing when the key of an action is pressed and the action does not apply. */
const NEEDS: Partial<Record<ActionName, string>> = {
  'claim.fromSelection': WORDS_OR_CLAIM,
  'claim.fromSelectionToMap': WORDS_OR_CLAIM,
  'excerpt.add': WORDS,
  'excerpt.toClaim': WORDS,
  'claim.remove': CLAIM_OR_RELATION,
  'claim.editNote': CLAIM,
  'claim.editTags': CLAIM,
  'claim.link': CLAIM,
  'claim.nextPassage': CLAIM,
  'verdict.show': CLAIM,
  'verdict.weighsMore': 'Select a claim whose reason and objection are equally strong first.',
  'map.path': 'Select a claim that is not contested first.',
  'suppose.off': TO_SUPPOSE,
  'suppose.true': CLAIM,
  'relation.support': RELATION,
  'relation.attack': RELATION,
  'relation.contradict': RELATION,
  'relation.turn': RELATION,
  'claim.unplace': CARD,
  'placement.pin': CARD,
  'placement.collapse': CARD,
  'tidy.branch': CARD,
  'tidy.selection': CARDS,
  'group.make': CARDS,
  'map.zoomTo': CARD,
  'map.focus': CARD,
}

/**
 * Called when a key was pressed and none of its actions applies: asks for the claim that is missing, or says what is.
 * Returns whether the key did something.
 */
export function askOrExplain(workspace: Workspace, actions: readonly Action[]): boolean {
  if (!workspace.session) return false
  const adds = actions.some(({ name }) => name === 'excerpt.add')
  if (adds && actionNamed('excerpt.toClaim').run(workspace)) return true
  if (actions.some(({ name }) => name === 'claim.place') && showsCard(workspace)) return true
  const needed = actions.map(({ name }) => NEEDS[name]).find((sentence) => sentence !== undefined)
  // Something else is missing: a category with this key, or a map.
  const hasWords = (needed === WORDS || needed === WORDS_OR_CLAIM) && workspace.view.passage !== undefined
  // A relation is selected that is of this kind already, or that has no direction.
  const hasRelation = needed === RELATION && workspace.view.relation !== undefined
  if (needed !== undefined && !hasWords && !hasRelation) workspace.notices.done(needed)
  return false
}

/** Shows the card of the selected claim, which is on the open map already. */
function showsCard(workspace: Workspace): boolean {
  const { session, view } = workspace
  const [claim, another] = view.claims
  if (!session || !view.map || !claim || another || view.passage) return false
  if (!isOnMap(session.project, view.map, claim)) return false
  reveal(workspace, claim)
  return true
}
