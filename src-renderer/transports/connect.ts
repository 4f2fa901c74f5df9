import type { Bridge } from '#api/bridge'
import { electronPlatform } from './electron'
import type { Platform } from './platform'
import { takeToken, webPlatform } from './web'

/** The platform of the edition that this page runs in. */
export function connect(): Platform {
  const { counterpoint } = window as { counterpoint?: Bridge }
  return counterpoint ? electronPlatform(counterpoint) : webPlatform(takeToken())
}
