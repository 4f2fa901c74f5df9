import { parseW3CTextAnnotation, type W3CTextAnnotation } from '@recogito/text-annotator'
import { expect, test } from 'vitest'
import { exportEnv } from '../../../testing/export-env'
import { DEFAULT_LOOK } from '../../export/picture-options'
import { richSample } from '../../export/testing/rich-sample'
import { EXPORT_WRITERS } from '../../export/writers'

test('Recogito reads every annotation that is written, with its passages and bodies', async () => {
  const { project, map } = richSample()
  const request = { project, map, ...DEFAULT_LOOK }
  const text = String(await EXPORT_WRITERS['web-annotation'](request, exportEnv))
  const { items } = JSON.parse(text) as { items: W3CTextAnnotation[] }
  const read = items.map((item) => parseW3CTextAnnotation(item))
  const onText = read.flatMap(({ parsed }) => (parsed?.target.selector[0]?.quote ? [parsed] : []))
  const excerpts = [...project.excerpts.values()]
  expect(onText.flatMap(({ target }) => target.selector.map(({ quote }) => quote)).sort()).toEqual(
    excerpts.map(({ exact }) => exact).sort(),
  )
  for (const { bodies, target } of onText) {
    const [{ quote, start, end }] = target.selector as [(typeof target.selector)[number]]
    const { claim, source } = excerpts.find(({ exact }) => exact === quote)!
    expect(project.sources.get(source)!.text.slice(start, end)).toBe(quote)
    expect(bodies.map(({ value }) => value)).toContain(
      project.categories.get(project.claims.get(claim)!.category)!.name,
    )
  }
})
