import type { Bridge } from '#api/bridge'
import { electronPlatform } from './electron'
import type { Platform } from './platform'
import { webPlatform } from './web'

/** The platform of the edition in which this page runs. */
export function connect(): Platform {
  const { counterpoint } = window as { counterpoint?: Bridge }
  return counterpoint ? electronPlatform(counterpoint) : webPlatform()
}
