import { randomUUID } from 'node:crypto'
import { type Connection, connect } from '../load/connection.ts'
import { missedIn } from '../load/messages.ts'
import type { DayCounts } from './counts.ts'

const BATCH = '["batch",'
const HELLO = '["hello",'
const RETRY_MS = 500
const LONGEST_MS = 5_000
const WRITTEN = /"content":"sent at ([\d.]+)/g

export interface Device {
  goOnline(): void
  /** Cut off, as in a tunnel: nothing is said. */
  goOffline(): void
  /** Waits in the outbox until the server has it. */
  write(): void
  isOnline(): boolean
  /** Nothing waits, and it has all that there is. */
  isLevel(): boolean
  position(): { cursor: number; digest: string }
}

/** A device of the wire, without a screen and a disk: it remembers where it is, what it has to send, and nothing else. */
export function createDevice(port: () => number, token: string, counts: DayCounts): Device {
  const outbox: { payload: string; at: number }[] = []
  let wanted = false
  let connection: Connection | undefined
  let ready = false
  let busy = { pulling: false, sending: false, acking: false }
  let [cursor, head, acked, digest] = [0, 0, 0, '']
  let attempt = 0
  let timer: NodeJS.Timeout | undefined
  let cameAt = 0

  function open() {
    if (!wanted || connection) return
    cameAt = performance.now()
    busy = { pulling: false, sending: false, acking: false }
    ready = false
    const own = connect({
      port: port(),
      token,
      onEvent: (event) => own === connection && heard(event),
      onEnd: () => own === connection && ended(),
    })
    connection = own
  }

  function ended() {
    connection = undefined
    ready = false
    if (!wanted) return
    counts.retries += 1
    // Full jitter, as the real device does it.
    timer = setTimeout(open, Math.random() * Math.min(LONGEST_MS, RETRY_MS * 2 ** attempt++))
  }

  function heard(event: Buffer) {
    const start = event.toString('latin1', 0, 9)
    if (start === HELLO) {
      counts.connections += 1
      const hello = JSON.parse(event.toString())[1] as { head: number; lastReceivedVersion: number }
      // The server knows which acks arrived: one that was cut off may have come through.
      ;[head, acked] = [hello.head, hello.lastReceivedVersion]
      attempt = 0
      if (head === cursor) level()
      else pull()
    } else if (start === BATCH) pushed(event)
  }

  function pushed(event: Buffer) {
    const batch = JSON.parse(event.toString())[1] as { from: number; upTo: number; digest: string }
    head = Math.max(head, batch.upTo)
    if (!ready || batch.from > cursor) return pull()
    if (batch.upTo <= cursor) return
    const now = performance.now()
    for (const [, at] of event.toString('latin1').matchAll(WRITTEN)) counts.live.push(now - Number(at))
    ;[cursor, digest] = [batch.upTo, batch.digest]
    acknowledge()
  }

  function pull() {
    if (busy.pulling || !connection) return
    busy.pulling = true
    const own = connection
    const from = cursor > 0 ? `,"digest":"${digest}"` : ''
    own.request('pull', `{"after":${cursor},"limit":2000${from}}`, (answer) => {
      if (own !== connection) return
      busy.pulling = false
      const batch = missedIn(answer)
      if (!batch) return counts.fail(answer.toString('latin1', 0, 300))
      counts.pulled += batch.messages
      ;[cursor, digest, head] = [batch.upTo, batch.digest, Math.max(head, batch.head)]
      if (cursor < head) pull()
      else level()
      acknowledge()
    })
  }

  function level() {
    if (!ready) counts.caughtUp.push(performance.now() - cameAt)
    ready = true
    acknowledge()
    flush()
  }

  function acknowledge() {
    if (busy.acking || !connection || acked >= cursor) return
    busy.acking = true
    const [own, version] = [connection, cursor]
    own.request('ack', `{"version":${version},"digest":"${digest}"}`, (answer) => {
      if (own !== connection) return
      busy.acking = false
      if (!answer.includes('"ok":true')) return counts.fail(answer.toString())
      acked = version
      acknowledge()
    })
  }

  function flush() {
    const [first] = outbox
    if (busy.sending || !first || !ready || !connection) return
    busy.sending = true
    const own = connection
    const asked = performance.now()
    own.request('send', first.payload, (answer) => {
      if (own !== connection) return
      busy.sending = false
      const said = answer.toString('latin1', 0, 500)
      if (!said.includes('"version":')) return counts.fail(said)
      if (said.includes('"duplicate":true')) counts.duplicates += 1
      counts.sends.push(performance.now() - asked)
      outbox.shift()
      flush()
    })
  }

  return {
    goOnline() {
      wanted = true
      open()
    },
    goOffline() {
      wanted = false
      clearTimeout(timer)
      const own = connection
      connection = undefined
      ready = false
      own?.close()
    },
    write() {
      const at = performance.now()
      const when = ready ? 'sent at' : 'kept since'
      const message = { messageId: randomUUID(), receiverDeviceId: 'all', content: `${when} ${at} ${'x'.repeat(180)}` }
      outbox.push({ at, payload: JSON.stringify({ messages: [message] }) })
      counts.written += 1
      flush()
    },
    isOnline: () => connection !== undefined,
    isLevel: () => ready && outbox.length === 0 && cursor === head && acked === cursor,
    position: () => ({ cursor, digest }),
  }
}
