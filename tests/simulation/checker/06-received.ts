import type { CreateCheck } from './check.ts'

/** 6. lastReceivedVersion moves only by an ack, only forward, and never past head. */
export const checkReceived: CreateCheck = (model, report) => {
  /** Versions of the acks in flight, by device and call. */
  const acks = new Map<string, Map<number, number>>()
  const known = new Set<string>()

  function moved(device: string, now: number, head: number): void {
    const before = known.has(device) ? (model.device(device)?.lastReceivedVersion ?? 0) : null
    known.add(device)
    if (now > head) report(6, `${device} has received ${now}, past the head ${head}`)
    if (before === null || now === before) return
    if (now < before) report(6, `lastReceivedVersion of ${device} went back from ${before} to ${now}`)
    else if (![...(acks.get(device)?.values() ?? [])].includes(now)) {
      report(6, `lastReceivedVersion of ${device} moved from ${before} to ${now} without an ack`)
    }
  }

  /** The other side of it: a device acknowledges only what is on its disk. That is the fifth promise. */
  function claimed(device: string, version: number, digest: string | undefined): void {
    const it = model.device(device)
    if (!it || digest === undefined || model.logs.byDigest(it.user, digest)?.version !== version) return
    if (version > it.highest) report(5, `${device} acknowledged ${version}, and held ${it.highest} on its disk`)
  }

  return {
    before(event) {
      if (event.type === 'crashed') acks.clear()
      else if (event.type === 'opened') for (const { device } of event.devices) known.add(device)
      else if (event.type === 'call' && event.method === 'acknowledge' && event.device) {
        const { version, digest } = (event.payload ?? {}) as { version?: number; digest?: string }
        const mine = acks.get(event.device) ?? new Map<number, number>()
        acks.set(event.device, mine.set(event.id, Number(version)))
        claimed(event.device, Number(version), digest)
      } else if (event.type === 'answer') {
        const call = model.call(event.id)
        if (call?.device) acks.get(call.device)?.delete(event.id)
      } else if (event.type === 'commit') {
        for (const { user, device, lastReceivedVersion } of event.devices) {
          const log = event.users.find((it) => it.user === user)
          moved(device, lastReceivedVersion, log?.head ?? model.logs.find(user)?.head.version ?? 0)
        }
      }
    },
    after(event) {
      if (event.type !== 'end') return
      for (const { device, problem } of event.devices) {
        if (problem?.includes('has acknowledged')) report(6, `${device}: ${problem}`)
      }
    },
  }
}
