import { test } from 'vitest'
import { readFileSync, writeFileSync } from 'node:fs'
import { readImport } from '../import-file'
test('gen', async () => {
  for (const [f, n] of [['docx', 'article.docx'], ['mhtml', 'article.mhtml'], ['html', 'article.html']]) {
    const p = `src-domain/formats/import/samples/${f}/${n}`
    const i = await readImport(n!, readFileSync(p)) as any
    const { text, blocks, arrived, earlier, fileName, ...known } = i.article
    const told = Object.entries(known).filter(([, value]) => value !== '')
    writeFileSync(p + '.expected.json', JSON.stringify({ ...Object.fromEntries(told), blocks: blocks.map(({ start, end, ...block }: any) => ({ ...block, text: text.slice(start, end) })) }, null, 2))
  }
})
