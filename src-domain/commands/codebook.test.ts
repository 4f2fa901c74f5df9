import { describe, expect, test } from 'vitest'
import { brokenRules } from '../document/integrity'
import { inOrder } from '../records/category'
import { save } from '../document/save'
import { applyPatch, invertPatch } from '../document/patch'
import { tagCounts } from '../queries/tags'
import { Builder } from '../testing/build'
import { testEnv } from '../testing/env'
import { runCommand, type CommandInputs } from './registry'

function refusal<Name extends keyof CommandInputs>(builder: Builder, name: Name, input: CommandInputs[Name]) {
  const outcome = runCommand(builder.project, name, input, testEnv())
  return 'refusal' in outcome ? outcome.refusal : undefined
}

/** Undoes the last command and returns whether the bytes are the same as before it. */
function undoes(builder: Builder, before: string): boolean {
  const undone = applyPatch(builder.project, invertPatch(builder.patches.at(-1)!))
  return 'project' in undone && save(undone.project) === before
}

describe('a category', () => {
  const edit = (fields: CommandInputs['category.edit']['fields'], category = 'assumption') => {
    const builder = new Builder()
    builder.run('category.edit', { category, fields })
    return builder.project.categories
  }

  test('can change its name, colour and definition, and keeps its key', () => {
    const fields = { name: ' Facts ', colour: 'green', definition: 'What can be checked.' } as const
    expect(edit(fields).get('assumption')).toEqual({
      id: 'assumption',
      name: 'Facts',
      colour: 'green',
      definition: 'What can be checked.',
      key: '2',
      bar: 'solid',
    })
  })

  test('that takes another’s key swaps keys with it, and categories are ordered by key', () => {
    const categories = edit({ key: '1' })
    expect(categories.get('evidence')!.key).toBe('2')
    expect(
      inOrder(categories.values())
        .map(({ id }) => id)
        .slice(0, 2),
    ).toEqual(['assumption', 'evidence'])
  })

  test('that is added has a look of its own, as long as there are colours and bars', () => {
    const builder = new Builder()
    for (let count = builder.project.categories.size; count < 48; count++)
      builder.run('category.add', { name: `Category ${count}` })
    const looks = [...builder.project.categories.values()].map(({ colour, bar }) => `${colour} ${bar}`)
    expect(new Set(looks).size).toBe(48)
    builder.run('category.add', { name: 'One more' })
    expect(builder.project.categories.size).toBe(49)
  })

  test('without a key takes no other’s key, and comes last', () => {
    const categories = edit({ key: '' })
    expect([...categories.values()].map(({ key }) => key).sort()).toEqual(['', '1', '3', '4', '5'])
    expect(inOrder(categories.values()).at(-1)!.id).toBe('assumption')
  })

  test('P11 is not renamed to an empty name or another’s name, with a message', () => {
    const builder = new Builder()
    const rename = (name: string) =>
      refusal(builder, 'category.edit', { category: 'judgement', fields: { name } })
    expect(rename('  ')).toBe('A category needs a name. The old name was kept.')
    expect(rename('EVIDENCE')).toBe('There is already a category “EVIDENCE”. The old name was kept.')
    expect(rename('JUDGEMENT')).toBeUndefined()
  })

  test('P3 P1 that is deleted passes its claims to another, and undo restores both', () => {
    const builder = new Builder()
    const claim = builder.claim('Ankara hedges.')
    const before = save(builder.project)
    builder.run('category.remove', { category: 'judgement', to: 'hypothesis' })
    expect(builder.project.categories.has('judgement')).toBe(false)
    expect(builder.project.claims.get(claim)!.category).toBe('hypothesis')
    expect(brokenRules(builder.project)).toEqual([])
    expect(undoes(builder, before)).toBe(true)
  })

  test('without claims is deleted without a replacement', () => {
    const builder = new Builder()
    builder.run('category.remove', { category: 'judgement' })
    expect(builder.project.categories.has('judgement')).toBe(false)
  })

  test('P3 P11 is not deleted while its claims have no other category, or if it is the last one', () => {
    const builder = new Builder()
    builder.claim('Ankara hedges.')
    const remove = (to?: string) =>
      refusal(builder, 'category.remove', { category: 'judgement', ...(to && { to }) })
    const sentence = '“Judgement” was not deleted. Choose another category for its claims first.'
    expect([remove(), remove('judgement'), remove('nobody')]).toEqual([sentence, sentence, sentence])
    for (const category of ['evidence', 'assumption', 'question', 'hypothesis'])
      builder.run('category.remove', { category })
    expect(remove('evidence')).toBe(
      '“Judgement” was not deleted. Every claim needs a category, and there is no other.',
    )
  })
})

describe('a tag', () => {
  function desk() {
    const builder = new Builder()
    const tagged = (text: string, ...tags: string[]) => {
      const claim = builder.claim(text)
      builder.run('claim.tag', { claim, tags })
      return claim
    }
    const [both, one] = [tagged('A', 'energy', 'gas', 'sanctions'), tagged('B', 'gas')]
    tagged('C', 'sanctions')
    return { builder, both, one }
  }

  test('is counted once for each claim, in alphabetical order', () => {
    const { builder } = desk()
    expect([...tagCounts(builder.project)]).toEqual([
      ['energy', 1],
      ['gas', 2],
      ['sanctions', 2],
    ])
    expect(tagCounts(builder.project)).toBe(tagCounts(builder.project))
  })

  test('P1 is renamed in place on every claim, as one undo entry', () => {
    const { builder, both, one } = desk()
    const before = save(builder.project)
    builder.run('tag.rename', { tag: 'gas', to: ' natural gas ' })
    expect(builder.project.claims.get(both)!.tags).toEqual(['energy', 'natural gas', 'sanctions'])
    expect(builder.project.claims.get(one)!.tags).toEqual(['natural gas'])
    expect(undoes(builder, before)).toBe(true)
  })

  test('is merged with another when it gets its name, without duplicates on any claim', () => {
    const { builder, both } = desk()
    builder.run('tag.rename', { tag: 'gas', to: 'energy' })
    expect(builder.project.claims.get(both)!.tags).toEqual(['energy', 'sanctions'])
    expect([...tagCounts(builder.project)]).toEqual([
      ['energy', 2],
      ['sanctions', 2],
    ])
  })

  test('is removed from every claim; the claims stay', () => {
    const { builder, one } = desk()
    builder.run('tag.remove', { tag: 'gas' })
    expect(builder.project.claims.get(one)!.tags).toEqual([])
    expect([...tagCounts(builder.project).keys()]).toEqual(['energy', 'sanctions'])
  })

  test('P11 is not renamed if the new name is empty or has a comma, or if no claim has the tag', () => {
    const { builder } = desk()
    expect(refusal(builder, 'tag.rename', { tag: 'gas', to: ' ' })).toMatch(/was kept\.$/)
    expect(refusal(builder, 'tag.rename', { tag: 'gas', to: 'oil, gas' })).toMatch(/was kept\.$/)
    expect(refusal(builder, 'tag.rename', { tag: 'coal', to: 'gas' })).toBe('No claim has this tag any more.')
    expect(refusal(builder, 'tag.remove', { tag: 'coal' })).toBe('No claim has this tag any more.')
  })
})
