import { expect, test } from 'vitest'
import { Builder } from '../testing/build'
import { citedSources } from './cited-sources'

const TITLE = 'Why the Halvern gates were opened'

/** An article with a title and an address, and one whose text is to name it. */
function named(text: string, fields: { title?: string; url?: string } = {}, ownTitle = 'Own') {
  const builder = new Builder()
  const [cited, citing] = [builder.source('The first report.'), builder.source(text)]
  builder.run('source.describe', { source: cited, fields: { title: TITLE, ...fields } })
  builder.run('source.describe', { source: citing, fields: { title: ownTitle } })
  const { sources } = builder.project
  return citedSources(sources.get(citing)!, sources).map(({ id }) => id === cited)
}

test.each([
  ['its title', `As in “${TITLE}”, the water rose.`, {}],
  ['its title in other letters', `As in ‘WHY THE HALVERN GATES — WERE OPENED’ …`, {}],
  [
    'its address',
    'See https://www.halvern.example/gates/?utm_source=x.',
    { url: 'http://halvern.example/gates' },
  ],
  [
    'its address without a scheme',
    'See (www.halvern.example/gates).',
    { url: 'https://halvern.example/gates' },
  ],
])('an article cites another whose text has %s', (_what, text, fields) => {
  expect(named(text, fields)).toEqual([true])
})

test.each([
  ['a title of three words', 'The Halvern gates were opened.', { title: 'Halvern gates opened' }, 'Own'],
  ['its own title, which the other has too', `${TITLE}. The water rose.`, {}, TITLE],
  ['the beginning of a title', 'Why the Halvern gates were openedx', {}, 'Own'],
  ['the front page of a site', 'See https://halvern.example/.', { url: 'https://halvern.example' }, 'Own'],
])('an article does not cite another for %s', (_what, text, fields, own) => {
  expect(named(text, fields, own)).toEqual([])
})
