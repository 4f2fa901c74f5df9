import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { runCommand } from '#domain/commands/registry'
import { LINEAGE_LENGTH } from '#domain/document/lineage-schema'
import { sampleProject } from '#domain/testing/sample'
import { env } from '../env'
import { temporaryFolder } from '../testing/folder'
import type * as Decode from './decode-project'
import { ProjectStore } from './project-store'

const { LIMIT } = vi.hoisted(() => ({ LIMIT: 58_000 }))

vi.mock('./decode-project', async (original) => ({
  ...(await original<typeof Decode>()),
  PROJECT_LIMIT: LIMIT,
}))

async function freshStore(): Promise<ProjectStore> {
  const store = await ProjectStore.create(join(await temporaryFolder(), 'Project.json'), sampleProject())
  onTestFinished(() => store.close())
  return store
}

function add(store: ProjectStore, text: string) {
  const outcome = runCommand(store.project, 'claim.add', { text, category: 'judgement' }, env)
  if ('refusal' in outcome) throw new Error(outcome.refusal)
  return store.patch(store.project.about.revision, outcome.patch)
}

test('P8 a change that would make the project too large to open is refused without effect', async () => {
  const store = await freshStore()
  // The file also names its earlier states.
  const room = LIMIT - LINEAGE_LENGTH - store.document.length
  expect(room).toBeGreaterThan(2000)
  expect(room).toBeLessThan(20_000)
  const before = store.document
  await expect(add(store, 'x'.repeat(room))).rejects.toMatchObject({ code: 'too-large' })
  expect(store.document).toBe(before)
  await add(store, 'x'.repeat(room - 1000))
  expect(store.document.length).toBeLessThanOrEqual(LIMIT - LINEAGE_LENGTH)
})
