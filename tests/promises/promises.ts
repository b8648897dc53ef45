/** A test, by the words it is known by. */
export interface NamedTest {
  file: string
  name: string
}

/** A line of the product that is broken on purpose. `find` stands exactly once in `file`. */
export interface Break {
  what: string
  file: string
  find: string
  replace: string
  /** Has to fail then. */
  caughtBy: NamedTest
}

export interface Proof {
  promise: number
  says: string
  /** Tests that show it, beyond those that catch a break. */
  tests: NamedTest[]
  breaks: Break[]
}

const at = (file: string, name: string): NamedTest => ({ file, name })

const engine = (name: string) => at('lib/core/engine.test.ts', name)
const catchUp = (name: string) => at('lib/core/inbox/catch-up.test.ts', name)
const flusher = (name: string) => at('lib/core/outbox/flusher.test.ts', name)
const inbox = (name: string) => at('lib/core/inbox/inbox.test.ts', name)
const append = (name: string) => at('server/core/ports/store-contract/append.contract.ts', name)
const pull = (name: string) => at('server/core/ports/store-contract/pull.contract.ts', name)
const devices = (name: string) => at('server/core/ports/store-contract/device.contract.ts', name)
const pushing = (name: string) => at('server/live/feed-on-socket.test.ts', name)
const nodes = (name: string) => at('server/postgres/store/several-nodes.cluster.test.ts', name)
const devicesOnNodes = at(
  'tests/chaos/nodes/devices.cluster.test.ts',
  'devices are away, read nothing, are removed: all fourteen promises hold for everybody',
)
const e2e = (spec: string, name: string) => at(`e2e/${spec}.spec.ts`, name)

/** docs/protocol.md prints the promises; a test keeps the two in step, and prove.ts breaks each one. */
export const proofs: readonly Proof[] = [
  {
    promise: 1,
    says: 'Versions of a user are 1, 2, 3 … with no gap and no repeat, in the order of commits.',
    tests: [
      append('sends that come at once, of one user and of many, each get their own versions in one order'),
      at(
        'server/core/messages/messages.test.ts',
        'sends that come at once are published in version order, without a gap',
      ),
      nodes(
        'nodes that send for one user at once give one line of versions, and every pull sees a part of it without holes',
      ),
    ],
    breaks: [
      {
        what: 'every version leaves a gap behind it',
        file: 'server/core/messages/plan-append.ts',
        find: 'head += 1',
        replace: 'head += 2',
        caughtBy: append('versions are 1, 2, 3 … per user; refused items take none'),
      },
    ],
  },
  {
    promise: 2,
    says: 'The server acknowledges a message, or gives it to a device, only after it is synced to disk. A node answers only from a store that holds everything that was ever acknowledged or given to a device.',
    tests: [
      at(
        'server/stop.test.ts',
        'SIGTERM under load: every acknowledged send is there afterwards, and devices may come back by themselves',
      ),
      e2e('server-restart', 'what the server has acknowledged outlives SIGKILL'),
      at('server/postgres/database/migrate.cluster.test.ts', 'commits are synced, whatever weaker the database says'),
    ],
    breaks: [
      {
        what: 'commits are not synced to disk',
        file: 'server/sqlite/database/open-database.ts',
        find: 'PRAGMA synchronous = FULL',
        replace: 'PRAGMA synchronous = NORMAL',
        caughtBy: at('server/sqlite/database/migrate.test.ts', 'commits are synced, and the log is written ahead'),
      },
      {
        what: 'acknowledged before the commit',
        file: 'server/sqlite/writer/group-commit.ts',
        find: 'queue.push({ ...job, alone: false, settle })',
        replace: 'resolve(undefined as T)\n        queue.push({ ...job, alone: false, settle })',
        caughtBy: at(
          'server/sqlite/writer/group-commit.test.ts',
          'jobs that wait share one commit, and resolve only after it, in order',
        ),
      },
    ],
  },
  {
    promise: 3,
    says: 'The server stores a messageId at most once, for as long as the message lives. It answers a retry with the first version.',
    tests: [
      flusher('keeps what was sent until the server has answered, and sends it again without storing it twice'),
      e2e('compose-offline', 'an answer that got lost on the way makes no second message'),
      nodes('one message sent through every node at once is stored once'),
      at(
        'server/postgres/connection/lost-connection.cluster.test.ts',
        'however often connections are ended, each send is stored once, in order',
      ),
    ],
    breaks: [
      {
        what: 'the messageId is not looked up',
        file: 'server/core/messages/plan-append.ts',
        find: 'if (existing) return repeat(existing, proposal)',
        replace: '',
        caughtBy: append('a retry is told the first version, also after a restart, a revocation and a delete'),
      },
    ],
  },
  {
    promise: 4,
    says: 'A device’s history is exactly the messages visible to it, in the order of versions, each once.',
    tests: [
      at(
        'lib/storage/contract/random.contract.ts',
        'ends with exactly the visible messages, whatever batches come in whatever order',
      ),
      pushing(
        'under load from every side each live device gets exactly what is for it, also one that comes in the middle',
      ),
      e2e('away', 'three devices that were away over different spans each end with exactly what was for them'),
      e2e('every-text', 'texts of every kind reach three devices that were away, byte for byte'),
    ],
    breaks: [
      {
        what: 'an overlapping batch is stored again',
        file: 'lib/core/inbox/inbox.ts',
        find: 'if (message.version > mark.cursor) messages.push(message)',
        replace: 'messages.push(message)',
        caughtBy: inbox('takes of an overlap only what lies beyond the cursor'),
      },
    ],
  },
  {
    promise: 5,
    says: 'A device commits messages and cursor together, or not at all.',
    tests: [
      catchUp('goes on where it was cut, wherever that was'),
      e2e('catch-up', 'a catch-up survives a tab that crashes in its middle'),
      e2e('catch-up', 'a catch-up survives a service worker that is stopped in its middle'),
    ],
    breaks: [
      {
        what: 'a transaction of IndexedDB that failed is committed as far as it got',
        file: 'lib/indexed-db/transactions.ts',
        find: 'tx.abort()',
        replace: 'tx.commit()',
        caughtBy: at('lib/storage/contract/inbox.contract.ts', 'keeps messages and cursor together when '),
      },
    ],
  },
  {
    promise: 6,
    says: 'lastReceivedVersion moves only by an ack, only forward, and never past head.',
    tests: [
      at('server/live/calls.test.ts', 'ack: moves only forward, and never past head'),
      engine('acknowledges nothing that its storage could not store, and says so'),
    ],
    breaks: [
      {
        what: 'an old ack moves it back',
        file: 'server/core/messages/cursor.ts',
        find: 'return Math.max(lastReceivedVersion, ack.version)',
        replace: 'return ack.version',
        caughtBy: at(
          'server/core/ports/store-contract/acknowledge.contract.ts',
          'lastReceivedVersion moves only forward, of that device alone, and is durable',
        ),
      },
      {
        what: 'an ack past the head counts',
        file: 'server/core/messages/cursor.ts',
        find: 'if (after > head) throw',
        replace: 'if (Number.isNaN(after)) throw',
        caughtBy: at(
          'server/core/ports/store-contract/acknowledge.contract.ts',
          'an ack past the head, or with another digest, moves nothing',
        ),
      },
    ],
  },
  {
    promise: 7,
    says: 'The server never waits for an offline device, sends it nothing, and never buffers without bound for a slow one. A send costs the same however many devices are offline.',
    tests: [
      pushing('a slow reader is waited for: nothing piles up for it, and it gets all of it later, in order'),
      at('server/sqlite/store/query-plans.test.ts', 'no statement scans a table or sorts'),
      devicesOnNodes,
    ],
    breaks: [
      {
        what: 'a reader that takes nothing is pushed to all the same',
        file: 'server/live/feed.ts',
        find: 'if (backlog.isFull()) {',
        replace: 'if (Number.isNaN(sent)) {',
        caughtBy: at(
          'server/live/feed.test.ts',
          'a reader that takes nothing costs no memory: what came meanwhile is forgotten',
        ),
      },
    ],
  },
  {
    promise: 8,
    says: 'A batch of the feed that is lost, repeated, late or out of order changes nothing.',
    tests: [
      engine('is indifferent to pushes that are repeated, late or out of order'),
      engine('applies pushes that arrive before its first pull was answered only after it'),
      at(
        'server/live/feed.test.ts',
        'whatever the bus loses or repeats and however slow the reader is, pushes are contiguous and complete',
      ),
    ],
    breaks: [
      {
        what: 'a push moves the cursor past a gap',
        file: 'lib/core/inbox/inbox.ts',
        find: 'if (batch.from > mark.cursor) {',
        replace: 'if (Number.isNaN(batch.from)) {',
        caughtBy: inbox('never passes a gap, repeats or leaves out, whatever comes in whatever order'),
      },
    ],
  },
  {
    promise: 9,
    says: 'An entry leaves the outbox only when the server has acknowledged it or refused it for good, or the device was revoked.',
    tests: [
      flusher('does not let a message that is refused for good block those behind it, nor vanish'),
      e2e('compose-offline', 'what was written offline survives a reload offline, and goes out in order, once'),
      e2e('background-sync', 'a tab closed with a full outbox: the worker sends it when the network is back'),
    ],
    breaks: [
      {
        what: 'the outbox is settled before the mother has answered',
        file: 'lib/core/outbox/flusher.ts',
        find: 'let results: SendResult[]\n',
        replace:
          'let results: SendResult[] = request.map(({ messageId }) => ({ messageId, ok: true, version: 1, timestamp: 0, duplicate: false }))\n    await store.settle(results)\n',
        caughtBy: flusher(
          'keeps what was sent until the server has answered, and sends it again without storing it twice',
        ),
      },
    ],
  },
  {
    promise: 10,
    says: 'A device’s messages get versions in the order in which they were composed.',
    tests: [
      flusher('lets nothing overtake a message that the server cannot take now'),
      engine('sends again first what a lost history held, and only then what waits'),
      at(
        'lib/storage/contract/give-back.contract.ts',
        'its own are due at once, before the outbox, in the order in which they were composed',
      ),
    ],
    breaks: [
      {
        what: 'a request carries the waiting messages backwards',
        file: 'lib/storage/sync-store.ts',
        find: 'return chosen.map((it) => it.request)',
        replace: 'return chosen.map((it) => it.request).reverse()',
        caughtBy: flusher('goes out in the order of composition'),
      },
    ],
  },
  {
    promise: 11,
    says: 'No call and no event returns or counts anything of another user, or content that is for another device.',
    tests: [
      pull('nothing of another user, even under the same device id'),
      pushing('nothing of another user is pushed or counted'),
      e2e('direct', 'a third device never sees a direct message, nor gets it'),
    ],
    breaks: [
      {
        what: 'everybody sees a direct message',
        file: 'server/core/messages/visibility.ts',
        find: 'if (message.receiverDeviceId === ALL) return ALL',
        replace: 'if (message.receiverDeviceId !== null) return ALL',
        caughtBy: pull('a direct message is seen by its two ends, and covered by the range of everybody else'),
      },
    ],
  },
  {
    promise: 12,
    says: 'A revoked device can do nothing from the moment the revocation is answered. Nor can a pairing code that it made.',
    tests: [
      pushing('a revoked device is told, sent away, and gets nothing more from the moment the revocation is answered'),
      at('server/core/ports/store-contract/pairing.contract.ts', 'a code dies with the device that offered it'),
      e2e('revocation', 'a device that is removed while it is offline is wiped when it comes back, outbox and all'),
      nodes('what a device does on other nodes while it is revoked comes before the revocation or is refused'),
      devicesOnNodes,
    ],
    breaks: [
      {
        what: 'a revoked device may go on',
        file: 'server/sqlite/store/live-device.ts',
        find: 'if (row.revoked) throw',
        replace: 'if (row === undefined) throw',
        caughtBy: devices('a revoked device can do nothing, is told why, and is gone for the others'),
      },
    ],
  },
  {
    promise: 13,
    says: 'A device notices at its next contact that the server went back in time, also when head has caught up with or overtaken its cursor.',
    tests: [
      catchUp('takes over the history of a server that went back in time, and keeps what only it holds'),
      e2e(
        'restored-server',
        'a server that was restored from a backup is noticed, and what only a device holds is kept',
      ),
      at(
        'lib/storage/after-restore/give-back-world.test.ts',
        'whatever surviving devices hold is on the server in the end, once, whatever gets lost on the way',
      ),
      at(
        'tests/chaos/nodes/nodes.cluster.test.ts',
        'a standby takes over that lacks the latest: everybody finds out at once, gives back, and is in step',
      ),
      e2e(
        'give-back',
        'what surviving devices hold is on the restored server again, once, in order, each from its own sender',
      ),
    ],
    breaks: [
      {
        what: 'the digest is ignored',
        file: 'server/core/messages/cursor.ts',
        find: 'if (digest !== undefined && digest !== history.digestAt(after)) {',
        replace: 'if (digest === "") {',
        caughtBy: catchUp('notices another history although its head has overtaken the cursor'),
      },
    ],
  },
  {
    promise: 14,
    says: 'When retention has passed a device, the server tells it as soon as it comes back, and the device goes on.',
    tests: [
      at(
        'server/core/ports/store-contract/expire.contract.ts',
        'a cursor below the floor is told; one at the floor goes on, its digest still checked',
      ),
      engine('comes back below the floor: goes on from there, knows what is gone, and sends its outbox'),
      e2e(
        'retention',
        'a device that comes back after retention has passed it shows what is missing where, and goes on with its outbox',
      ),
      devicesOnNodes,
    ],
    breaks: [
      {
        what: 'a cursor below the floor is not told',
        file: 'server/core/messages/cursor.ts',
        find: 'if (after < floor) {',
        replace: 'if (Number.isNaN(after)) {',
        caughtBy: catchUp(
          'goes on from the floor when it comes back after retention, and knows that something is gone',
        ),
      },
    ],
  },
  {
    promise: 15,
    says: 'A file that was acknowledged as complete is whole for every device that may have it, for as long as a message names it.',
    tests: [
      at(
        'server/files/kill.test.ts',
        '%s in the middle of an upload: what was complete is whole, and the other one goes on after what was synced',
      ),
      at(
        'server/files/kill.test.ts',
        'a disk without room refuses files for now, while messages still fit; then they go on',
      ),
      at('server/core/files/sweep.test.ts', 'bytes go when their time is over, and not before'),
      at(
        'server/http/files/downloads.test.ts',
        'a file opens to its uploader, and to every device that sees a message which names it',
      ),
      at(
        'server/operations/backup/restore.test.ts',
        'files come back with the messages that name them, from the backup or from a device that has them',
      ),
    ],
    breaks: [
      {
        what: 'a file is told complete before its bytes are synced',
        file: 'server/core/files/receive.ts',
        find: '    await writer.sync()',
        replace: '    void writer',
        caughtBy: at(
          'server/core/files/receive.test.ts',
          'bytes are told only once they are synced, and the end with its hash',
        ),
      },
      {
        what: 'a file goes with the first of its messages',
        file: 'server/sqlite/store/namings.ts',
        find: 'AND NOT EXISTS (SELECT 1 FROM naming WHERE log = ?1 AND file_id = ?2)',
        replace: '',
        caughtBy: at(
          'server/core/ports/store-contract/files.contract.ts',
          'unfinished, unnamed and unnamed again: each goes when its time is over',
        ),
      },
    ],
  },
]
