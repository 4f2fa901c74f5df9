import type { CommandInputs } from '../commands/registry'
import { excerptsByClaim } from '../queries/excerpt-index'
import { clipboardFragment } from '../formats/clipboard-fragment'
import { ROLES } from '../records/category'
import { schemeNamed } from '../vocabulary/argumentation-schemes'
import { BAR_STYLES, COLOURS } from '../vocabulary/palette'
import type { Project } from '../document/project'
import { save } from '../document/save'
import { RELATION_KINDS, STRENGTHS } from '../records/relation'
import { tagCounts } from '../queries/tags'
import type { Draw } from './draw'
import { drawArticle, drawFile, fileStates, drawVersion, other } from './draw-files'
import { MATRIX_INPUTS } from './matrix-commands'

export type CommandName = keyof CommandInputs

const drawMark = (draw: Draw) => ({
  ...draw.span(),
  category: draw.id('categories'),
  ...draw.maybe({ map: draw.id('maps') }),
  ...draw.maybe({ at: draw.point() }),
})

const drawTag = (project: Project, draw: Draw): string =>
  draw.of([...tagCounts(project).keys(), 'nobody has it'])

const drawMoves = (draw: Draw) => ({
  moves: draw.ids('placements').map((placement) => ({ placement, ...draw.point() })),
})

const drawKind = (draw: Draw) => ({ relation: draw.id('relations') })

/** Generators of inputs for all commands. The inputs fit their schemas; the records they name mostly exist. */
export const INPUTS: {
  readonly [Name in CommandName]: (draw: Draw, project: Project) => CommandInputs[Name]
} = {
  'claim.fromSelection': drawMark,
  'claim.fromSelectionToMap': drawMark,
  'claim.add': (draw) => ({
    text: draw.text(),
    category: draw.id('categories'),
    ...draw.maybe({ map: draw.id('maps') }),
    ...draw.maybe({ at: draw.point() }),
  }),
  'claim.place': (draw) => ({
    claims: [draw.id('claims'), draw.id('claims')],
    map: draw.id('maps'),
    ...draw.maybe({ at: draw.point() }),
  }),
  'claim.addUnder': (draw) => ({
    target: draw.id('claims'),
    kind: draw.of(RELATION_KINDS),
    map: draw.id('maps'),
    text: draw.text(),
    ...draw.maybe({ category: draw.id('categories') }),
  }),
  'claim.addOver': (draw) => ({
    premise: draw.id('claims'),
    kind: draw.of(RELATION_KINDS),
    map: draw.id('maps'),
    what: draw.of([{ claim: draw.id('claims') }, { text: draw.text(), category: draw.id('categories') }]),
  }),
  'claim.placeLinked': (draw) => {
    const targetType = draw.of(['claim', 'claim', 'relation'] as const)
    return {
      what: draw.of([
        { claim: draw.id('claims') },
        { ...draw.span(), category: draw.id('categories') },
        { text: draw.text(), category: draw.id('categories') },
      ]),
      map: draw.id('maps'),
      as: targetType === 'claim' ? draw.of(RELATION_KINDS) : draw.of(['attack', 'premise'] as const),
      targetType,
      target: draw.id(targetType === 'claim' ? 'claims' : 'relations'),
      ...draw.maybe({ at: draw.point() }),
    }
  },
  'claim.unstated': (draw) => ({ claim: draw.id('claims') }),
  'claim.merge': (draw) => ({ claims: [draw.id('claims'), ...draw.ids('claims')] }),
  'claim.split': (draw, project) => {
    const several = [...excerptsByClaim(project).values()].filter((each) => each.length > 1).flat()
    return { excerpt: several.length > 0 ? draw.of(several).id : draw.id('excerpts') }
  },
  'claims.paste': (draw, project) => ({
    fragment: draw.of([
      clipboardFragment(project, draw.id('maps'), [...project.claims.keys()]),
      clipboardFragment(project, draw.id('maps'), draw.ids('claims')),
      other,
      drawFile(project, draw),
    ]),
    map: draw.id('maps'),
    ...draw.maybe({ at: draw.point() }),
  }),
  'claim.reword': (draw) => ({ claim: draw.id('claims'), text: draw.text() }),
  'claim.note': (draw) => ({ claim: draw.id('claims'), note: draw.text() }),
  'claim.tag': (draw) => ({ claim: draw.id('claims'), tags: [draw.text(), ' tag', 'tag'] }),
  'claim.setTag': (draw) => ({
    claims: [draw.id('claims'), draw.id('claims')],
    tag: draw.text(),
    has: draw.id('claims') < draw.id('claims'),
  }),
  'claim.categorise': (draw) => ({ claims: [draw.id('claims')], category: draw.id('categories') }),
  'excerpt.add': (draw) => ({ claim: draw.id('claims'), ...draw.span() }),
  'excerpt.remove': (draw) => ({ excerpt: draw.id('excerpts') }),
  'excerpt.accept': (draw, project) => {
    const review = [...project.excerpts.values()].filter(
      ({ anchor }) => anchor === 'moved' || anchor === 'edited',
    )
    return { excerpt: review.length > 0 ? draw.of(review).id : draw.id('excerpts') }
  },
  'excerpt.place': (draw, project) => {
    const excerpt = draw.id('excerpts')
    const length = project.sources.get(project.excerpts.get(excerpt)?.source ?? '')?.text.length ?? 10
    const start = draw.upTo(length)
    return { excerpt, start, end: start + draw.upTo(80) }
  },
  'claim.unplace': (draw) => ({ claims: draw.ids('claims'), map: draw.id('maps') }),
  'claim.remove': (draw) => ({ claims: draw.ids('claims') }),
  'relation.add': (draw) => {
    const targetType = draw.of(['claim', 'claim', 'relation'] as const)
    const target = draw.id(targetType === 'claim' ? 'claims' : 'relations')
    return { kind: draw.of(RELATION_KINDS), premises: draw.ids('claims'), targetType, target }
  },
  'relation.support': drawKind,
  'relation.attack': drawKind,
  'relation.contradict': drawKind,
  'relation.turn': (draw) => ({ relation: draw.id('relations') }),
  'relation.link': (draw) => ({ relation: draw.id('relations'), premise: draw.id('claims') }),
  'relation.unlink': (draw, project) => {
    const relation = draw.id('relations')
    return { relation, premise: draw.of(project.relations.get(relation)?.premises ?? ['nobody']) }
  },
  'relation.note': (draw) => ({ relation: draw.id('relations'), note: draw.text() }),
  'relation.warrant': (draw) => ({ relation: draw.id('relations'), warrant: draw.text() }),
  'relation.strength': (draw) => ({
    relation: draw.id('relations'),
    strength: draw.of(['', ...STRENGTHS]),
  }),
  'relation.scheme': (draw) => ({
    relation: draw.id('relations'),
    scheme: draw.of(['', 'expert-opinion', 'nobody has it']),
  }),
  'relation.answer': (draw) => ({
    relation: draw.id('relations'),
    question: draw.of(['expertise', '__proto__']),
    answer: draw.of(['', draw.text()]),
  }),
  'relation.ask': (draw, project) => {
    const schemed = [...project.relations.values()].filter((each) => schemeNamed(each.scheme))
    const relation = schemed.length > 0 ? draw.of(schemed).id : draw.id('relations')
    const scheme = schemeNamed(project.relations.get(relation)?.scheme ?? '')
    return { relation, question: scheme?.questions[0]?.name ?? 'expertise', map: draw.id('maps') }
  },
  'relation.join': (draw, project) => {
    const premises = [...project.relations.values()].flatMap((each) =>
      [...project.relations.values()]
        .filter((one) => one !== each && one.target === each.target && one.kind === each.kind)
        .map((one) => [...each.premises, ...one.premises]),
    )
    const claims = premises.length > 0 ? draw.of(premises) : draw.ids('claims')
    return { claims: claims.length > 1 ? claims : [...claims, draw.id('claims')] }
  },
  'relation.remove': (draw) => ({ relation: draw.id('relations') }),
  'placement.move': (draw) => ({
    ...drawMoves(draw),
    ...draw.maybe({ as: draw.of(['align', 'nudge'] as const) }),
  }),
  'map.align.left': drawMoves,
  'map.align.centre': drawMoves,
  'map.align.right': drawMoves,
  'map.align.top': drawMoves,
  'map.align.middle': drawMoves,
  'map.align.bottom': drawMoves,
  'map.distribute.across': drawMoves,
  'map.distribute.down': drawMoves,
  'placement.colour': (draw) => ({
    claims: draw.ids('claims'),
    map: draw.id('maps'),
    colour: draw.of(['', ...COLOURS]),
  }),
  'placement.pin': (draw) => ({
    claims: draw.ids('claims'),
    map: draw.id('maps'),
    pinned: draw.upTo(2) > 0,
  }),
  'placement.collapse': (draw) => ({
    claims: draw.ids('claims'),
    map: draw.id('maps'),
    collapsed: draw.upTo(2) > 0,
  }),
  'map.tidy': (draw) => ({
    map: draw.id('maps'),
    what: draw.of(['map', 'branch', 'selection'] as const),
    moves: draw.ids('placements').map((placement) => ({ placement, ...draw.point() })),
  }),
  'map.steps': (draw) => ({ map: draw.id('maps'), steps: draw.ids('claims') }),
  'map.addStep': (draw) => ({ map: draw.id('maps'), claims: draw.ids('claims') }),
  'group.make': (draw) => ({
    claims: draw.ids('claims'),
    map: draw.id('maps'),
    title: draw.text().slice(0, 300),
  }),
  'group.edit': (draw) => ({
    group: draw.id('groups'),
    fields: {
      ...draw.maybe({ title: draw.text().slice(0, 300) }),
      ...draw.maybe({ colour: draw.of(COLOURS) }),
    },
  }),
  'group.remove': (draw) => ({ groups: draw.ids('groups') }),
  'map.add': (draw) => ({ name: draw.text() }),
  'map.rename': (draw) => ({ map: draw.id('maps'), name: draw.text() }),
  'map.caveat': (draw) => ({ map: draw.id('maps'), caveat: draw.text().slice(0, 2000) }),
  'map.remove': (draw) => ({ map: draw.id('maps') }),
  'source.add': (draw) => ({ article: drawArticle(draw) }),
  'source.describe': (draw) => ({
    source: draw.id('sources'),
    fields: draw.of([
      { authors: [draw.text()] },
      { publisher: draw.text() },
      { title: draw.text(), url: draw.text() },
    ]),
  }),
  'source.setBlockAside': (draw) => ({
    source: draw.id('sources'),
    block: draw.upTo(3),
    aside: draw.of([null, 'a caption']),
  }),
  'source.remove': (draw) => ({ sources: [draw.id('sources')] }),
  'source.newVersion': (draw, project) => {
    const source = draw.id('sources')
    return { source, article: drawVersion(draw, project.sources.get(source)?.text ?? '') }
  },
  'source.decodeAgain': (draw, project) => {
    const source = draw.id('sources')
    const text = project.sources.get(source)?.text ?? ''
    const isAsLong = draw.of([true, false])
    const again = isAsLong ? text.replaceAll('e', 'é') : draw.text()
    return { source, article: drawVersion(draw, again) }
  },
  'references.apply': (draw, project) => {
    const of = project.sources.get(draw.id('sources'))
    const known = { title: of?.title ?? draw.text().slice(0, 900), doi: of?.doi ?? '', url: of?.url ?? '' }
    const given = {
      authors: [draw.text().slice(0, 300)],
      published: '2019-08',
      language: 'en',
      kind: 'report',
    }
    const titled = draw.of([known, { ...known, title: 'An article that nobody has read' }])
    return { references: [{ ...titled, ...given, publisher: draw.text().slice(0, 300) }] }
  },
  'category.add': (draw) => ({ name: draw.text() }),
  'category.edit': (draw) => ({
    category: draw.id('categories'),
    fields: {
      ...draw.maybe({ name: draw.text() }),
      ...draw.maybe({ colour: draw.of(COLOURS), bar: draw.of(BAR_STYLES), definition: draw.text() }),
      ...draw.maybe({ key: draw.of(['', '1', '2', '9']) }),
      ...draw.maybe({ role: draw.of(['', ...ROLES]) }),
    },
  }),
  ...MATRIX_INPUTS,
  'category.remove': (draw) => ({
    category: draw.id('categories'),
    ...draw.maybe({ to: draw.id('categories') }),
  }),
  'tag.rename': (draw, project) => ({ tag: drawTag(project, draw), to: draw.of(['tag', draw.text()]) }),
  'tag.remove': (draw, project) => ({ tag: drawTag(project, draw) }),
  'project.rename': (draw) => ({ title: draw.text() }),
  'project.merge': (draw, project) => ({ file: drawFile(project, draw) }),
  'origin.newVersion': (draw) => ({
    origin: draw.id('origins'),
    before: fileStates.earlier,
    file: fileStates.later,
  }),
  'disagreement.decide': (draw) => ({
    disagreement: draw.id('disagreements'),
    take: draw.of(['mine', 'theirs', 'both']),
  }),
  'project.mergeStates': (draw, project) => ({
    file: drawFile(project, draw),
    base: draw.of([() => null, () => save(project), () => drawFile(project, draw)])(),
    keepMissing: draw.of([true, false]),
  }),
  'project.restore': (draw, project) => ({ file: drawFile(project, draw) }),
}
