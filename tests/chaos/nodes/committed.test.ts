import { expect, test } from 'vitest'
import type { Event, LogChange, LoggedMessage } from '../../simulation/history/event.ts'
import { withCommits } from './committed.ts'

function message(version: number): LoggedMessage {
  return {
    ...{ version, messageId: `m${version}`, senderDeviceId: 'a', receiverDeviceId: 'all', kind: 'post' },
    ...{ contentType: 'text/plain', content: `${version}`, digest: `digest ${version}` },
  }
}

const log: LogChange = {
  ...{ user: 'anna', head: 2, floor: 0, digest: 'digest 2', floorDigest: 'digest 0' },
  added: [message(1), message(2)],
}

function stored(cursor: number, digest: string): Event {
  const present = { generation: 1, cursor, digest, start: 0, goneUpTo: 0 }
  return {
    ...{ at: 5, type: 'stored', device: 'a', present, building: null, batches: [{ from: 0, upTo: cursor }] },
    ...{ put: [], removed: [], outboxPut: [], outboxRemoved: [], orphans: null },
  }
}

const headsBefore = (events: readonly Event[]) => {
  const until = events.findIndex((it) => it.type === 'stored')
  return events.slice(0, until).flatMap((it) => (it.type === 'commit' ? it.users.map(({ head }) => head) : []))
}

test('what a device stores was committed before, also when no push of it was recorded', () => {
  expect(headsBefore(withCommits([stored(2, 'digest 2')], [log]))).toEqual([2])
})

test('what a device makes up was never committed', () => {
  expect(headsBefore(withCommits([stored(2, 'another')], [log]))).toEqual([])
})
