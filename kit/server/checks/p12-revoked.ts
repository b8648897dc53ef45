import { same } from '../../judge/demand.ts'
import { complete } from '../device.ts'
import { expectRefusal, expectRefused, expectStatus } from '../expect.ts'
import { must } from './check.ts'

export const checks = [
  must(
    'P12.a-removed-device-can-do-nothing',
    'Every call of a removed device is refused with `revoked`.',
    async (kit) => {
      const device = await kit.newDevice('to be removed')
      await kit.remove(device)
      const { head } = await kit.desk.inbox()
      const calls: [string, string, unknown?][] = [
        ['GET', '/v1/messages'],
        ['GET', '/v1/inbox'],
        ['GET', '/v1/devices'],
        ['POST', '/v1/messages', { messages: [complete({ content: 'too late' })] }],
        ['POST', '/v1/ack', { version: 1 }],
        ['POST', '/v1/read', { version: 1 }],
        ['POST', '/v1/pairings'],
        ['GET', '/v1/stream'],
      ]
      for (const [method, path, json] of calls) {
        const answer = await kit.http(method, path, { token: device.token, ...(json ? { json } : {}) })
        expectRefusal(answer, 'revoked', `${method} ${path} of a removed device`)
      }
      same((await kit.desk.inbox()).head, head, 'head')
      const [result] = await kit.desk.send({ receiverDeviceId: device.deviceId })
      expectRefused(result, 'unknown_receiver', 'a message to a removed device')
    },
  ),

  must(
    'P12.a-live-device-is-told',
    'A stream of a removed device says `revoked`, brings nothing more, and ends.',
    async (kit) => {
      kit.needs('stream')
      const device = await kit.newDevice('live and removed')
      const stream = await device.stream()
      await stream.next('hello')
      await kit.remove(device)
      await kit.desk.post('after the removal')
      await stream.next('revoked')
      await stream.ended()
      const contents = stream.seen.filter((it) => it.event === 'batch').flatMap((it) => it.data.messages)
      same(
        contents.some((it) => it.content === 'after the removal'),
        false,
        'it got a message after its removal',
      )
    },
  ),

  must('P12.its-pairing-code-dies-with-it', 'A pairing code of a removed device lets nobody in.', async (kit) => {
    const device = await kit.newDevice('invites and is removed')
    const { json } = await kit.http('POST', '/v1/pairings', { token: device.token })
    await kit.remove(device)
    const claim = await kit.http('POST', '/v1/pairings/claim', { json: { code: json.code, name: 'Kit: too late' } })
    expectRefusal(claim, 'not_found', 'a claim')
  }),

  must('P12.a-device-may-remove-itself', 'A device removes itself with its own token.', async (kit) => {
    const device = await kit.newDevice('removes itself')
    const { token, deviceId } = device
    expectStatus(await kit.http('DELETE', `/v1/devices/${deviceId}`, { token }), 204, 'DELETE of itself')
    expectRefusal(await device.tryPull(), 'revoked', 'a pull afterwards')
  }),

  must(
    'P12.a-token-removes-no-other-device',
    'Removing another device needs a session that has just signed in.',
    async (kit) => {
      const answer = await kit.http('DELETE', `/v1/devices/${kit.tablet.deviceId}`, { token: kit.phone.token })
      expectRefusal(answer, 'forbidden', 'DELETE of another device with a token')
      expectStatus(await kit.tablet.tryPull(), 200, 'a pull of that device')
    },
  ),
]
