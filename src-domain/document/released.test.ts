import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { load } from './load'
import { migrate } from './migrate'
import { VERSION } from './project'
import { TABLE_NAMES } from '../records/registry'
import { save } from './save'

const FOLDER = join(import.meta.dirname, '..', 'testing', 'released')

type File = Record<string, Record<string, unknown>[]> & { version: number }

test.each(readdirSync(FOLDER))('P4 P9 a project of release %s opens with everything in it', (name) => {
  const text = readFileSync(join(FOLDER, name), 'utf8')
  const then = JSON.parse(text) as File
  const loaded = load(text)
  if (!loaded.ok) throw new Error(loaded.message)
  expect(loaded.migratedFrom).toBe(then.version < VERSION ? then.version : undefined)
  const now = JSON.parse(save(loaded.project)) as File
  // Only what a migration says is other than it was.
  const migrated = migrate(then, then.version) as File
  for (const table of TABLE_NAMES) expect(now[table]).toMatchObject(migrated[table] ?? [])
  const again = load(save(loaded.project))
  expect(again.ok && save(again.project)).toBe(save(loaded.project))
})
