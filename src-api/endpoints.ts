import type * as v from 'valibot'
import { APP_ENDPOINTS } from './endpoints/app'
import { DIALOG_ENDPOINTS } from './endpoints/dialog'
import { EXPORT_ENDPOINTS } from './endpoints/export'
import { HISTORY_ENDPOINTS } from './endpoints/history'
import { IMPORT_ENDPOINTS } from './endpoints/import'
import { PROJECT_ENDPOINTS } from './endpoints/project'

/** The contract: every request that a page may make of the host, one row per endpoint. */
export const ENDPOINTS = {
  ...APP_ENDPOINTS,
  ...PROJECT_ENDPOINTS,
  ...HISTORY_ENDPOINTS,
  ...EXPORT_ENDPOINTS,
  ...IMPORT_ENDPOINTS,
  ...DIALOG_ENDPOINTS,
} as const

export type Endpoints = typeof ENDPOINTS
export type EndpointName = keyof Endpoints
export type Input<Name extends EndpointName> = v.InferInput<Endpoints[Name]['input']>
export type Output<Name extends EndpointName> = v.InferOutput<Endpoints[Name]['output']>
