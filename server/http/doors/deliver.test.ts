import { expect, test } from 'vitest'
import type { SendRequest } from '../../../lib/protocol/send.ts'
import { createDeliver } from './deliver.ts'
import type { Notification } from './notification.ts'

const notification: Notification = {
  ...{ title: 'Fire', message: 'in the kitchen', markdown: false, emoji: [], lines: [], labels: [], wake: 'high' },
}
const caller = { userId: 'u', deviceId: 'd' }
const messageId = '0190a0e0-0000-7000-8000-000000000001'

function setUp() {
  const sent: SendRequest[] = []
  const send = async (_caller: unknown, payload: unknown) => {
    sent.push(...(payload as { messages: SendRequest[] }).messages)
    return { results: [{ messageId, ok: true, version: 7, timestamp: 1, duplicate: false }] }
  }
  return { sent, deliver: createDeliver({ mother: { send } as never, files: undefined }) }
}

test('a notification is one message for its receiver, and says how urgently sleeping devices are told', async () => {
  const { sent, deliver } = setUp()
  const delivered = await deliver({ caller, messageId, receiverDeviceId: 'all', notification })
  expect(delivered).toEqual({ messageId, version: 7, timestamp: 1, files: [] })
  const text = { content: 'Fire\nin the kitchen', contentType: 'text/plain' }
  expect(sent).toEqual([{ messageId, receiverDeviceId: 'all', wake: 'high', ...text }])
})
