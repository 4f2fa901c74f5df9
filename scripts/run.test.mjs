import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root, runQuietly } from './run.mjs'

test('the repository may be in a folder with spaces and other signs in its name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'Übung 50% '))
  try {
    cpSync(join(root, 'scripts', 'run.mjs'), join(folder, 'scripts', 'run.mjs'))
    const code = "import { root } from './scripts/run.mjs'; console.log(root)"
    const args = ['--input-type=module', '-e', code]
    const { output } = await runQuietly(process.execPath, args, { cwd: folder })
    expect(output.trim()).toBe(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
