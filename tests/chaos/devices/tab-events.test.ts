import { expect, test } from 'vitest'
import type { Event, LoggedMessage } from '../../simulation/history/event.ts'
import { judge } from '../judge.ts'
import type { Tab, Written } from './tab.ts'
import { tabEvents } from './tab-events.ts'

const [user, device] = ['ada', 'desk']

const logged = (version: number, content: string): LoggedMessage => ({
  ...{ version, messageId: `id ${version}`, senderDeviceId: device, receiverDeviceId: 'all' },
  ...{ kind: 'post', contentType: 'text/plain', content, digest: `digest ${version}` },
})
const wrote = (text: string, seen = true): Written => ({ at: 1, text, to: 'all', seen })

/** Judges a tab that wrote this, while the log of the server is `log` and the tab stores `holds`. */
async function verdict(written: Written[], log: LoggedMessage[], holds = log): Promise<number[]> {
  const head = { head: log.length, floor: 0, digest: `digest ${log.length}`, floorDigest: 'root' }
  const present = { generation: 1, cursor: log.length, digest: head.digest, start: 0, goneUpTo: 0 }
  const put = holds.map((message) => ({ generation: 1, message }))
  const disk = { present, building: null, put, removed: [], outboxPut: [], outboxRemoved: [], orphans: null }
  const tab = { name: 'Desk', deviceId: device, written, disk: async () => disk } as unknown as Tab
  const [begin, ...own] = await tabEvents(tab, user, log, 4)
  const batch = { from: 0, upTo: log.length, messages: log, ...head }
  const events: Event[] = [
    begin as Event,
    ...own.slice(0, -1),
    { at: 2, type: 'commit', users: [{ user, ...head, added: log }], devices: [] },
    { at: 3, type: 'call', id: 1, user, device, method: 'pull', payload: { after: 0 } },
    { at: 3, type: 'answer', id: 1, ok: true, result: batch },
    ...own.slice(-1),
    { at: 4, type: 'end', devices: [{ device, problem: null }] },
  ]
  return judge(events).map((it) => it.promise)
}

test('what was written is there, once and in order', async () => {
  expect(await verdict([wrote('1.'), wrote('2.')], [logged(1, '1.'), logged(2, '2.')])).toEqual([])
})

test('a text that was shown and is missing was lost; a text that was never shown may be gone', async () => {
  expect(await verdict([wrote('1.'), wrote('2.')], [logged(1, '1.')])).toContain(9)
  expect(await verdict([wrote('1.'), wrote('2.', false)], [logged(1, '1.')])).toEqual([])
})

test('what is stored twice, or in another order, is noticed', async () => {
  expect(await verdict([wrote('1.')], [logged(1, '1.'), logged(2, '1.')])).toContain(0)
  expect(await verdict([wrote('1.'), wrote('2.')], [logged(1, '2.'), logged(2, '1.')])).toContain(10)
})

test('a disk that holds less than its cursor says is noticed', async () => {
  const log = [logged(1, '1.'), logged(2, '2.')]
  expect(await verdict([wrote('1.'), wrote('2.')], log, log.slice(0, 1))).toContain(5)
})
