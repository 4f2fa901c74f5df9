import { createContext } from 'svelte'
import type { Desk } from './workspace.svelte'

/** The desk, for every component under the app. */
export const [getDesk, setDesk] = createContext<Desk>()
