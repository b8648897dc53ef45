import type { Config } from './config.ts'
import { openToOthers } from './data-dir.ts'
import { isPublicUrl } from './push-subject.ts'

/** Warnings for the operator, one line each: Roost starts all the same. */
export function warningsOf(config: Config): string[] {
  const { warnings, databaseUrl, dataDir } = config
  const open = databaseUrl === undefined ? openToOthers(dataDir) : undefined
  return [...warnings, open, aboutPush(config)].filter((it) => it !== undefined)
}

function aboutPush({ push, databaseUrl, vapidKey, baseUrl, pushContact }: Config): string | undefined {
  if (!push) return undefined
  if (databaseUrl !== undefined && vapidKey === undefined)
    return 'No Web Push wakes sleeping devices: with DATABASE_URL it needs VAPID_KEY, the same on every node (or say PUSH=off)'
  if (pushContact !== undefined || baseUrl === undefined || isPublicUrl(baseUrl)) return undefined
  return "BASE_URL is no public https address, and Apple's push service refuses such senders: set PUSH_CONTACT to your e-mail address"
}
