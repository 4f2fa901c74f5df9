import * as v from 'valibot'
import type { Client } from '#api/client'
import type { OpenedProject } from '#api/endpoints/opened'
import { SettingsSchema } from '#api/settings'
import { save } from '#domain/document/save'
import type { Builder } from '#domain/testing/build'
import { Session } from '../document/session.svelte'
import { Keyboard } from '../keyboard/keyboard.svelte'
import type { ArticlePane } from '../panes'
import { Workspace } from '../workspace.svelte'

/** An article pane that notes what it is asked. */
export const articleThatNotes = (asked: string[]): ArticlePane => ({
  firstInSight: () => 0,
  sees: () => true,
  clearSelection: () => void asked.push('clear selection'),
  show: ({ start, end }) => void asked.push(`show ${start}–${end}`),
})

/** A workspace without a window: a host that says yes, the first article and map open, and panes that note what they are asked. */
export function workspaceOf(builder: Builder, readOnly: OpenedProject['readOnly'] = null) {
  const client = { call: async () => Promise.resolve({ revision: 1 }) } as unknown as Client
  const platform = { client, listen: () => () => undefined } as unknown as Workspace['platform']
  const light = { matches: false, addEventListener: () => undefined }
  const workspace = new Workspace(platform, light, new Keyboard({ platform: 'Linux' }))
  workspace.settings = v.parse(SettingsSchema, {})
  const opened = { key: 'key', path: '/project.json', document: save(builder.project), readOnly }
  workspace.session = new Session({ ...opened, messages: [] } as unknown as OpenedProject, client)
  const [source] = builder.project.sources.keys()
  workspace.view.reset(source, builder.map)
  const asked: string[] = []
  workspace.panes.register('article', articleThatNotes(asked), source)
  workspace.panes.register('drawing', { reveal: (id) => void asked.push(`reveal ${id}`) }, builder.map)
  return { workspace, session: workspace.session, view: workspace.view, asked }
}
