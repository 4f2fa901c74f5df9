import { createContext } from 'svelte'
import type { Workspace } from './workspace.svelte'

/** The workspace, for every component of the app. */
export const [getWorkspace, setWorkspace] = createContext<Workspace>()
