import { same } from '../../judge/demand.ts'
import { expectRefusal, expectStatus } from '../expect.ts'
import type { TestedServer } from '../tested-server.ts'
import { must } from './check.ts'

async function received({ http, desk }: TestedServer, deviceId: string): Promise<number | undefined> {
  const { json } = await http('GET', '/v1/devices', { token: desk.token })
  return json?.devices?.find((it: { deviceId: string }) => it.deviceId === deviceId)?.lastReceivedVersion
}

export const checks = [
  must(
    'P6.an-ack-moves-forward-only',
    'lastReceivedVersion moves by an ack, forward, of this device alone.',
    async (kit) => {
      const device = await kit.newDevice('acknowledges')
      const { version } = await kit.desk.post('to acknowledge')
      const { digest } = await kit.desk.inbox()
      const others = await received(kit, kit.tablet.deviceId)
      const forward = await device.tryAck(version, digest)
      same([forward.status, forward.json?.lastReceivedVersion], [200, version], 'the answer to an ack')
      const back = await device.tryAck(version - 1)
      same([back.status, back.json?.lastReceivedVersion], [200, version], 'the answer to an ack of an older version')
      expectStatus(await device.tryAck(version, digest), 200, 'the same ack again')
      same(await received(kit, device.deviceId), version, 'lastReceivedVersion in the list of devices')
      same(await received(kit, kit.tablet.deviceId), others, 'lastReceivedVersion of another device')
      await kit.remove(device)
    },
  ),

  must('P6.a-pull-acknowledges-nothing', 'Only an ack moves lastReceivedVersion.', async (kit) => {
    await kit.desk.post('not acknowledged')
    const before = await received(kit, kit.tablet.deviceId)
    const after = await kit.tablet.history(before)
    same(after.length > 0, true, 'there is something to pull')
    same(await received(kit, kit.tablet.deviceId), before, 'lastReceivedVersion after a pull')
  }),

  must('P6.an-ack-past-head-is-a-fork', 'An ack beyond head is history_forked and moves nothing.', async (kit) => {
    const { head } = await kit.desk.inbox()
    const before = await received(kit, kit.phone.deviceId)
    expectRefusal(await kit.phone.tryAck(head + 1), 'history_forked', 'an ack past head')
    same(await received(kit, kit.phone.deviceId), before, 'lastReceivedVersion afterwards')
  }),

  must(
    'P6.an-ack-with-another-digest-is-a-fork',
    'An ack with a digest of another history moves nothing.',
    async (kit) => {
      const { version } = await kit.desk.post('with a digest')
      const before = await received(kit, kit.phone.deviceId)
      expectRefusal(await kit.phone.tryAck(version, 'anotherHistory_00000000'), 'history_forked', 'an ack')
      same(await received(kit, kit.phone.deviceId), before, 'lastReceivedVersion afterwards')
    },
  ),

  must(
    'P6.a-pull-without-after-goes-on-from-the-ack',
    'A pull without `after` begins at lastReceivedVersion.',
    async (kit) => {
      const { version } = await kit.desk.post('acknowledged')
      await kit.phone.tryAck(version)
      await kit.desk.post('new')
      const batch = await kit.phone.pull()
      same([batch.from, batch.messages[0]?.version], [version, version + 1], 'where the pull begins')
    },
  ),

  must('P6.an-ack-needs-a-version', 'An ack without a plain version is invalid_request.', async (kit) => {
    for (const version of [undefined, '1', -1, 1.5]) {
      const answer = await kit.http('POST', '/v1/ack', { token: kit.phone.token, json: { version } })
      expectRefusal(answer, 'invalid_request', `an ack of ${version}`)
    }
  }),
]
