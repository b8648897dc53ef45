import { FEATURES, PROTOCOL } from '../../../lib/protocol/about.ts'
import { ackRequestSchema, pullRequestSchema } from '../../../lib/protocol/batch.ts'
import { limits } from '../../../lib/protocol/limits.ts'
import { markReadSchema } from '../../../lib/protocol/read.ts'
import { sendEnvelopeSchema } from '../../../lib/protocol/send.ts'
import { parse } from '../../../lib/protocol/values/parse.ts'
import type { MotherDeps } from '../deps.ts'
import type { LastSeen } from '../devices/last-seen.ts'
import type { Mother } from '../mother.ts'
import type { Hints } from '../ports/push.ts'
import { anyWakes } from '../push/wakes.ts'
import { createSendBatcher } from './batch-sends.ts'
import type { Notifier } from './notifier.ts'
import { propose } from './proposal.ts'

type Parts = Pick<MotherDeps, 'store' | 'now' | 'agesFrom' | 'features'> & {
  lastSeen: LastSeen
  notifier: Notifier
  hints: Hints
}

/** Validate, persist, acknowledge, notify: in that order. */
export function createMessages({ store, now, agesFrom = now, features = FEATURES, lastSeen, notifier, hints }: Parts) {
  const append = createSendBatcher(
    (caller, proposals) => store.append(caller, proposals, now(), agesFrom()),
    (caller, { results: _, ...appended }, proposals) => {
      lastSeen.contact(caller)
      if (appended.upTo === appended.from) return
      notifier.notify(caller.userId, { type: 'appended', ...appended })
      if (anyWakes(proposals)) hints.appended(caller.userId, appended.from)
    },
  )

  return {
    async send(caller, payload) {
      const { messages: items } = parse(sendEnvelopeSchema, payload)
      const proposals = items.map((item) => propose(caller.deviceId, item))
      return { results: await append(caller, proposals) }
    },

    async pull(caller, payload) {
      const request = parse(pullRequestSchema, payload)
      await hints.reacted(caller)
      const batch = await store.pull(caller, request)
      lastSeen.contact(caller)
      return batch
    },

    async acknowledge(caller, payload) {
      const request = parse(ackRequestSchema, payload)
      await hints.reacted(caller)
      const { lastReceivedVersion, moved } = await store.acknowledge(caller, request)
      lastSeen.contact(caller)
      if (moved) notifier.notify(caller.userId, { type: 'devices' })
      return { lastReceivedVersion }
    },

    async markRead(caller, payload) {
      const { version } = parse(markReadSchema, payload)
      const { readUpTo, head, moved } = await store.markRead(caller, version)
      lastSeen.contact(caller)
      if (moved) notifier.notify(caller.userId, { type: 'read', readUpTo, head })
      return { readUpTo }
    },

    async inbox(caller) {
      const { head, floor, digest, readUpTo } = await store.summary(caller)
      return { head, floor, digest, readUpTo }
    },

    async hello(caller) {
      const { heartbeatMs } = limits
      const { userId, deviceId } = caller
      const about = { heartbeatMs, protocol: PROTOCOL, features: [...features] }
      return { userId, deviceId, ...(await store.summary(caller)), ...about }
    },
  } satisfies Partial<Mother>
}
