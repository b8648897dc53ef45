import type { CreateCheck } from './check.ts'

/** 1. Versions of a user are 1, 2, 3 … with no gap and no repeat, in commit order. */
export const checkVersions: CreateCheck = (model, report) => ({
  before(event) {
    if (event.type === 'commit') {
      for (const { user, head, added } of event.users) {
        const last = model.logs.find(user)?.head.version ?? head - added.length
        let expected = last
        for (const { version } of added) {
          expected++
          if (version !== expected) report(1, `${user} got version ${version} where ${expected} was due`)
        }
        if (head !== expected) report(1, `${user} has head ${head} after version ${expected}`)
      }
    }
    if (event.type === 'opened') {
      for (const { user, head, floor, added } of event.users) {
        const versions = added.map((it) => it.version)
        const whole = versions.every((version, index) => version === floor + 1 + index)
        if (!whole || floor + versions.length !== head) {
          report(1, `the log of ${user} from ${floor} to ${head} holds ${versions.length} versions`)
        }
        if (event.why !== 'restore' && event.why !== 'failover') continue
        const { logs } = model
        const unknown = added.find((it) => !logs.byDigest(user, it.digest))
        if (unknown) report(1, `a copy of ${user}'s log holds version ${unknown.version}, which was never committed`)
      }
    }
  },
})
