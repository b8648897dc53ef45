import { expect, test } from 'vitest'
import { check } from '../checker.ts'
import { createStory, digestOf, entry, line, post, type Story } from './story.ts'

const brokenBy = (story: Story) => [...new Set(check(story.events()).map((it) => it.promise))]
const direct = (version: number) => post(version, { receiverDeviceId: 'laptop' })

/** Everything that the bad histories below tell otherwise, told as it should be. */
test('finds nothing in an honest history', () => {
  const story = createStory()
    .stored('laptop', { present: line(0), outboxPut: [entry(1), entry(2)] })
    .commit(post(1), post(2), direct(3))
    .send('laptop', post(1), post(2))
    .stored('laptop', { present: line(0), outboxPut: [entry(1, { state: 'sent', version: 1 })] })
    .connect(1, 'phone')
    .pull('phone', 0, 3, [post(1), post(2)])
    .applied('phone', 0, 3, [post(1), post(2)])
    .pull('laptop', 0, 3)
    .stored('laptop', {
      ...{ present: line(3), batches: [{ from: 0, upTo: 3 }] },
      put: [post(1), post(2), direct(3)].map((message) => ({ generation: 1, message })),
      outboxRemoved: [entry(1), entry(2)],
    })
    .commit(post(4))
    .push(1, 3, 4)
    .applied('phone', 3, 4)
    .reopen('crash')
    .pull('laptop', 3, 4)
    .applied('laptop', 3, 4)
    .end('phone', 'laptop')
  expect(check(story.events())).toEqual([])
})

const bad: [number, string, (story: Story) => Story][] = [
  [1, 'a version is left out', (it) => it.commit(post(1), post(3))],
  [1, 'a version is given twice', (it) => it.commit(post(1)).commit(post(1, { messageId: 'other', digest: 'other' }))],
  [1, 'the head is beyond the last version', (it) => it.commitAs({ head: 2 }, post(1))],
  [
    1,
    'a copy holds what was never committed',
    (it) => it.commit(post(1)).reopen('restore', [post(1, { digest: 'x' })]),
  ],

  [2, 'a send is acknowledged that is not on disk', (it) => it.send('laptop', post(1))],
  [2, 'a push brings what is not on disk', (it) => it.connect(1, 'phone').push(1, 0, 1, [post(1)])],
  [
    2,
    'what was acknowledged is gone after a crash',
    (it) => it.commit(post(1)).send('laptop', post(1)).reopen('crash', []),
  ],

  [3, 'a message is stored twice', (it) => it.commit(post(1), post(2, { messageId: 'message-1' }))],
  [
    3,
    'a retry gets another version',
    (it) => it.commit(post(1), post(2)).send('laptop', post(2, { messageId: 'message-1' })),
  ],

  [4, 'a pull leaves something out', (it) => it.commit(post(1), post(2)).pull('phone', 0, 2, [post(1)])],
  [
    4,
    'a push comes in the wrong order',
    (it) =>
      it
        .connect(1, 'phone')
        .commit(post(1), post(2))
        .push(1, 0, 2, [post(2), post(1)]),
  ],
  [
    4,
    'another content is stored',
    (it) =>
      it
        .commit(post(1))
        .pull('phone', 0, 1)
        .applied('phone', 0, 1, [post(1, { content: 'other' })]),
  ],
  [
    4,
    'a stored message is dropped',
    (it) =>
      it
        .commit(post(1))
        .applied('phone', 0, 1)
        .stored('phone', { present: line(1), removed: [{ generation: 1, version: 1, messageId: 'message-1' }] }),
  ],
  [
    4,
    'what was deleted is still shown at the end',
    (it) =>
      it
        .commit(post(1), post(2, { kind: 'delete', targetVersion: 1, content: '' }))
        .applied('phone', 0, 2, [post(1), post(2, { kind: 'delete', targetVersion: 1, content: '' })])
        .end('phone'),
  ],
  [
    4,
    'a device is not in step at the end',
    (it) => it.add({ type: 'end', devices: [{ device: 'phone', problem: 'late' }] }),
  ],

  [5, 'the cursor moves without the messages', (it) => it.commit(post(1)).applied('phone', 0, 1, [])],
  [
    5,
    'messages are stored beyond the cursor',
    (it) => it.commit(post(1)).stored('phone', { present: line(0), put: [{ generation: 1, message: post(1) }] }),
  ],
  [
    5,
    'a device acknowledges what it does not hold',
    (it) =>
      it.commit(post(1)).call('phone', 'acknowledge', { version: 1, digest: digestOf(1) }, { lastReceivedVersion: 1 }),
  ],

  [6, 'lastReceivedVersion moves without an ack', (it) => it.commit(post(1)).received('phone', 1)],
  [6, 'lastReceivedVersion is past the head', (it) => it.commit(post(1)).received('phone', 2)],

  [7, 'a push goes to a device that is gone', (it) => gone(it.commit(post(1))).push(1, 0, 1)],
  [7, 'a slow reader is buffered for', (it) => it.connect(1, 'phone').commit(post(1)).push(1, 0, 1, undefined, 2e6)],
  [
    7,
    'a send waits for something',
    (it) =>
      it
        .add({ type: 'call', id: 900, user: 'ann', device: 'laptop', method: 'send', payload: { messages: [] } })
        .later(10_000)
        .add({ type: 'call', id: 901, user: 'ann', device: 'laptop', method: 'hello', payload: null }),
  ],

  [
    8,
    'a push after a gap moves the cursor',
    (it) => it.commit(post(1), post(2)).stored('phone', { present: line(2), batches: [{ from: 1, upTo: 2 }] }),
  ],
  [
    8,
    'a late push moves the cursor back',
    (it) => it.commit(post(1), post(2)).applied('phone', 0, 2).applied('phone', 0, 1),
  ],
  [
    8,
    'a push does not follow on the one before',
    (it) => it.connect(1, 'phone').commit(post(1), post(2)).push(1, 1, 2),
  ],

  [
    9,
    'an entry leaves before it is acknowledged',
    (it) =>
      it
        .stored('laptop', { present: line(0), outboxPut: [entry(1)] })
        .stored('laptop', { present: line(0), outboxRemoved: [entry(1)] }),
  ],
  [
    9,
    'an entry is given up after a refusal for now',
    (it) =>
      it
        .stored('laptop', { present: line(0), outboxPut: [entry(1)] })
        .call(
          'laptop',
          'send',
          { messages: [] },
          { results: [{ messageId: 'message-1', ok: false, error: { code: 'x' } }] },
        )
        .stored('laptop', { present: line(0), outboxPut: [entry(1, { state: 'failed', code: 'unavailable' })] }),
  ],
  [
    9,
    'what was composed is nowhere at the end',
    (it) =>
      it
        .stored('laptop', { present: line(0), outboxPut: [entry(1)] })
        .commit(post(1))
        .send('laptop', post(1))
        .stored('laptop', { present: line(0), outboxRemoved: [entry(1)] })
        .reopen('restore', [])
        .end('laptop'),
  ],

  [
    10,
    'what was composed later comes first',
    (it) =>
      it
        .stored('laptop', { present: line(0), outboxPut: [entry(1), entry(2)] })
        .commit(post(1, { messageId: 'message-2' }), post(2, { messageId: 'message-1' })),
  ],

  [11, 'a direct message is in the batch of another', (it) => it.commit(direct(1)).pull('phone', 0, 1)],
  [
    11,
    "another user's device is listed",
    (it) => it.call('phone', 'listDevices', null, { devices: [{ deviceId: 'bobs' }] }),
  ],
  [11, 'a message goes to a device of another user', (it) => it.commit(post(1, { receiverDeviceId: 'bobs' }))],
  [11, "another user's device is renamed", (it) => it.call('phone', 'renameDevice', { deviceId: 'bobs' }, {})],

  [12, 'a revoked device pulls', (it) => revoked(it).pull('phone', 0, 0)],
  [12, 'a revoked device is pushed to', (it) => revoked(it.connect(1, 'phone')).commit(post(1)).push(1, 0, 1)],
  [
    12,
    'a code of a revoked device works',
    (it) =>
      revoked(it.call('phone', 'offerPairing', null, { code: 'A' })).call(null, 'claimPairing', { code: 'A' }, {}),
  ],

  [
    13,
    'another history is answered as if it were its own',
    (it) =>
      forked(it).call(
        'phone',
        'pull',
        { after: 2, digest: digestOf(2) },
        { ...it.batch(2, 2), digest: digestOf(2, 'x') },
      ),
  ],
  [
    13,
    'a device goes on in another history',
    (it) =>
      forked(it)
        .commit(post(3, { digest: digestOf(3, 'x') }))
        .stored('phone', {
          ...{ present: line(3, { digest: digestOf(3, 'x') }), batches: [{ from: 2, upTo: 3 }] },
          put: [{ generation: 1, message: post(3) }],
        }),
  ],
  [13, 'two histories have one digest', (it) => forked(it, digestOf(2))],
  [
    13,
    'what a device still holds does not come back',
    (it) =>
      it
        .commit(post(1))
        .reopen('restore', [])
        .stored('phone', { present: line(0), orphans: ['message-1'] })
        .end('phone'),
  ],
  [13, 'a version past the head is answered', (it) => it.pull('phone', 5, 5, [])],

  [14, 'a pull below the floor is answered', (it) => it.commit(post(1), post(2)).expire(2).pull('phone', 0, 2, [])],
  [
    14,
    'it is not shown where messages are gone',
    (it) =>
      it
        .commit(post(1))
        .expire(1)
        .stored('phone', { present: line(1, { generation: 2, start: 1 }), batches: [] })
        .end('phone'),
  ],
]

test.each(bad)('promise %i: %s', (promise, _what, tell) => {
  expect(brokenBy(tell(createStory()))).toContain(promise)
})

test('every promise has a history that breaks it', () => {
  expect([...new Set(bad.map(([promise]) => promise))]).toEqual(Array.from({ length: 14 }, (_, index) => index + 1))
})

function gone(story: Story): Story {
  return story.connect(1, 'phone').add({ type: 'disconnected', connection: 1 })
}

function revoked(story: Story): Story {
  return story.call('laptop', 'revokeDevice', { deviceId: 'phone' }, null)
}

/** Version 2 was one message, and is another since the server went back. */
function forked(story: Story, digest = digestOf(2, 'x')): Story {
  story.commit(post(1), post(2)).applied('phone', 0, 2)
  return story.reopen('restore', [post(1)]).commit(post(2, { messageId: 'other', digest }))
}
