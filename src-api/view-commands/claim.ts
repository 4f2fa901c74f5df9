import type { ViewCommand } from './view-command'

/** The menu Claim: wording, notes, tags and links of claims, and their verdicts. */
export const CLAIM_MENU = [
  {
    name: 'claim.type',
    title: 'New claim on the map',
    menu: 'Claim',
    keys: ['n'],
    context: { on: ['map'], title: 'New claim here' },
  },
  {
    name: 'claim.editWording',
    title: 'Edit wording of the selected claim',
    menu: 'Claim',
    keys: ['Enter'],
    context: { on: ['card', 'claim', 'passage'], title: 'Edit wording' },
  },
  {
    name: 'claim.editNote',
    title: 'Write a note on the selected claim',
    menu: 'Claim',
    keys: ['o'],
    context: { on: ['card', 'claim', 'passage'], title: 'Write a note' },
  },
  {
    name: 'claim.editTags',
    title: 'Tag the selected claim…',
    menu: 'Claim',
    keys: ['g'],
    context: { on: ['card', 'claim', 'passage'], title: 'Tag…' },
  },
  {
    name: 'excerpt.toClaim',
    title: 'Add selection to a claim…',
    menu: 'Claim',
    keys: ['Shift+e'],
    context: { on: ['words'], title: 'Add to claim…' },
  },
  { name: 'codebook.open', title: 'Codebook…', menu: 'Claim' },
  { name: 'category.new', title: 'New category…', menu: 'Claim' },
  {
    name: 'claim.link',
    title: 'Link the selected claim to another…',
    menu: 'Claim',
    keys: ['l'],
    context: { on: ['card', 'claim', 'passage'], title: 'Link to another claim…' },
  },
  {
    name: 'claim.nextPassage',
    title: 'Show next passage of the claim',
    menu: 'Claim',
    keys: ['p'],
    context: { on: ['card', 'claim', 'passage'], title: 'Show next passage' },
  },
  { name: 'tag.claims', title: 'Select the claims with this tag', context: { on: ['tag'] } },
  {
    name: 'verdict.show',
    title: 'Go to the verdict of the selected claim',
    menu: 'Claim',
    keys: ['Shift+v'],
    context: { on: ['card', 'claim', 'passage'], title: 'Go to verdict' },
  },
  {
    name: 'verdict.weighsMore',
    title: 'Which weighs more?',
    menu: 'Claim',
    context: { on: ['card', 'claim'] },
  },
  {
    name: 'suppose.off',
    title: 'Suppose the selection off or back on',
    menu: 'Claim',
    keys: ['x'],
    context: { on: ['card', 'claim', 'relation', 'article'], title: 'Suppose off or back on' },
  },
  {
    name: 'suppose.true',
    title: 'Suppose the selected claim true or no longer',
    menu: 'Claim',
    keys: ['u'],
    context: { on: ['card', 'claim'], title: 'Suppose true or no longer' },
  },
] as const satisfies readonly ViewCommand[]
