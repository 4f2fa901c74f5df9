import { expect, test } from 'vitest'
import { Builder } from '../../testing/build'
import { exportEnv } from '../../testing/export-env'
import { EXPORT_FORMATS } from './catalogue'
import { DEFAULT_LOOK } from './picture-options'
import { EXPORT_WRITERS } from './writers'

test('a note of two hundred thousand blanks between words is written without delay in every format but pictures', async () => {
  const builder = new Builder()
  const claim = builder.claim('A claim', builder.map)
  builder.run('claim.note', { claim, note: '1 \t- ='.replaceAll(' ', ' '.repeat(90_000)) })
  for (const { name, kind } of EXPORT_FORMATS) {
    if (kind === 'picture') continue
    const written = await EXPORT_WRITERS[name](
      { project: builder.project, map: builder.map, ...DEFAULT_LOOK },
      exportEnv,
    )
    expect(written.length).toBeGreaterThan(0)
  }
})
