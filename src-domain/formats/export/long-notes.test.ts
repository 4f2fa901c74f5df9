import { expect, test } from 'vitest'
import { Builder } from '../../testing/build'
import { exportEnv } from '../../testing/export-env'
import { EXPORT_FORMATS } from './catalogue'
import { DEFAULT_LOOK } from './picture-options'
import { EXPORT_WRITERS } from './writers'

// With one such note, a pattern that looks at each blank as often as there are blanks ends before the time of a test does.
test('notes of two hundred thousand blanks between words are written without delay in every format but pictures', async () => {
  const builder = new Builder()
  for (let number = 0; number < 16; number++) {
    const claim = builder.claim(`Claim ${number}`, builder.map)
    builder.run('claim.note', { claim, note: '1 \t- ='.replaceAll(' ', ' '.repeat(90_000)) })
  }
  for (const { name, kind } of EXPORT_FORMATS) {
    if (kind === 'picture') continue
    const written = await EXPORT_WRITERS[name](
      { project: builder.project, map: builder.map, ...DEFAULT_LOOK },
      exportEnv,
    )
    expect(written.length).toBeGreaterThan(0)
  }
})
