import type { Config } from './config/config.ts'
import { subjectOf } from './config/push-subject.ts'
import type { Log } from './core/ports/log.ts'
import type { Metrics } from './core/ports/metrics.ts'
import type { Presence } from './core/ports/presence.ts'
import type { Store } from './core/ports/store.ts'
import { createPush, type PushDeps, type PushService } from './core/push/push.ts'
import { internet, type Network } from './push/lookup.ts'
import { createSendHint } from './push/send-hint.ts'
import { vapidOf } from './push/vapid.ts'

/** For tests: a push service on the same machine, and less patience. */
export interface PushSetting {
  network?: Network
  times?: PushDeps['times']
}

export interface OpenPushDeps extends PushSetting {
  store: Store
  presence: Presence
  metrics: Metrics
  log: Log
  vapidKey: string | undefined
  onError: (error: unknown) => void
}

/** undefined: this server sends no Web Push. */
export function openPush(
  { push, baseUrl, pushContact }: Pick<Config, 'push' | 'baseUrl' | 'pushContact'>,
  { store, presence, metrics, log, vapidKey, onError, network = internet, times }: OpenPushDeps,
): PushService | undefined {
  if (!push || vapidKey === undefined) return undefined
  const vapid = vapidOf(vapidKey, subjectOf(baseUrl, pushContact))
  const refused = (why: string) => log.warn(why)
  const send = metrics.push(createSendHint({ vapid, network, now: Date.now, refused }))
  return createPush({ store, presence, send, key: vapid.publicKey, now: Date.now, onError, times })
}
