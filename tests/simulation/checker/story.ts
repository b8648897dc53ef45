import type { Event, Happening, Line, LoggedMessage, MessageSeen, OutboxSeen, StoredChange } from '../history/event.ts'

/**
 * A short history by hand, for tests of the checker: Ann has a phone and a laptop, Bob has one device. Each method adds what
 * an honest world would have recorded; a test then tells one thing otherwise.
 *
 *     tell(story()).commit(post(1), post(2)).pull('phone', { from: 0, upTo: 2 })…
 */
export const ANN = 'ann'
export const digestOf = (version: number, branch = '') => `digest${branch}-${version}`

export function post(version: number, change: Partial<LoggedMessage> = {}): LoggedMessage {
  return {
    version,
    messageId: `message-${version}`,
    senderDeviceId: 'laptop',
    receiverDeviceId: 'all',
    kind: 'post',
    contentType: 'text/plain',
    content: `content ${version}`,
    digest: digestOf(version),
    ...change,
  }
}

export const entry = (seq: number, change: Partial<OutboxSeen> = {}): OutboxSeen => ({
  ...{ seq, messageId: `message-${seq}`, receiverDeviceId: 'all', kind: 'post', state: 'waiting' },
  ...change,
})

export const line = (cursor: number, change: Partial<Line> = {}): Line => ({
  ...{ generation: 1, cursor, digest: cursor === 0 ? null : digestOf(cursor), start: 0, goneUpTo: 0 },
  ...change,
})

export function createStory() {
  const events: Event[] = []
  let log: LoggedMessage[] = []
  let floor = 0
  let calls = 0
  let now = 0
  const add = (happening: Happening) => {
    now += 100
    events.push({ at: now, ...happening })
    return story
  }
  const whole = () => ({
    ...{ user: ANN, head: log.at(-1)?.version ?? floor, floor, digest: log.at(-1)?.digest ?? digestOf(floor) },
    ...{ floorDigest: digestOf(floor), added: log },
  })
  const row = (device: string, change = {}) => ({
    user: ANN,
    device,
    lastReceivedVersion: 0,
    revoked: false,
    ...change,
  })

  const story = {
    events: () => events,
    add,
    later(ms: number) {
      now += ms
      return story
    },
    commit(...added: LoggedMessage[]) {
      log = [...log, ...added]
      return add({ type: 'commit', users: [{ ...whole(), added }], devices: [] })
    },
    commitAs(change: Partial<ReturnType<typeof whole>>, ...added: LoggedMessage[]) {
      log = [...log, ...added]
      return add({ type: 'commit', users: [{ ...whole(), added, ...change }], devices: [] })
    },
    expire(upTo: number) {
      floor = upTo
      return add({ type: 'commit', users: [{ ...whole(), added: [] }], devices: [] })
    },
    received(device: string, lastReceivedVersion: number) {
      return add({ type: 'commit', users: [], devices: [row(device, { lastReceivedVersion })] })
    },
    /** The server crashes and comes back with what is on its disk: all of it, unless told otherwise. */
    reopen(why: 'crash' | 'restore', left: LoggedMessage[] = log) {
      log = left
      add({ type: 'crashed' })
      return add({ type: 'opened', why, users: [whole()], devices: [row('phone'), row('laptop')] })
    },
    call(device: string | null, method: Extract<Event, { type: 'call' }>['method'], payload: unknown, result: unknown) {
      const id = ++calls
      add({ type: 'call', id, user: ANN, device, method, payload })
      return add({ type: 'answer', id, ok: true, result })
    },
    batch(
      from: number,
      upTo: number,
      messages: MessageSeen[] = log.filter((it) => it.version > from && it.version <= upTo),
    ) {
      return { from, upTo, messages, digest: digestOf(upTo), head: log.at(-1)?.version ?? 0, floor }
    },
    pull(device: string, from: number, upTo: number, messages?: MessageSeen[]) {
      return story.call(device, 'pull', { after: from }, story.batch(from, upTo, messages))
    },
    send(device: string, ...messages: LoggedMessage[]) {
      const results = messages.map(({ messageId, version }) => ({ messageId, ok: true, version, duplicate: false }))
      return story.call(device, 'send', { messages }, { results })
    },
    connect(connection: number, device: string) {
      add({ type: 'connected', connection, user: ANN, device })
      const { head, digest } = whole()
      const payload = { userId: ANN, deviceId: device, head, digest, floor, lastReceivedVersion: 0 }
      return add({ type: 'emitted', connection, event: 'hello', payload, unsent: 0 })
    },
    push(connection: number, from: number, upTo: number, messages?: MessageSeen[], unsent = 0) {
      return add({ type: 'emitted', connection, event: 'batch', payload: story.batch(from, upTo, messages), unsent })
    },
    stored(device: string, change: Partial<StoredChange> & { present: Line }) {
      const nothing = {
        building: null,
        batches: null,
        put: [],
        removed: [],
        outboxPut: [],
        outboxRemoved: [],
        orphans: null,
      }
      return add({ type: 'stored', device, ...nothing, ...change })
    },
    /** A device applies a batch as it should. */
    applied(device: string, from: number, upTo: number, messages: MessageSeen[] = story.batch(from, upTo).messages) {
      const put = messages.map((message) => ({ generation: 1, message }))
      return story.stored(device, { present: line(upTo), batches: [{ from, upTo }], put })
    },
    end: (...devices: string[]) => add({ type: 'end', devices: devices.map((device) => ({ device, problem: null })) }),
  }
  add({ type: 'opened', why: 'start', users: [], devices: [] })
  add({
    ...{ type: 'commit', users: [whole()] },
    devices: [row('phone'), row('laptop'), { ...row('bobs'), user: 'bob' }],
  })
  for (const device of ['phone', 'laptop']) add({ type: 'device', user: ANN, device, via: 'session' })
  return story
}

export type Story = ReturnType<typeof createStory>
