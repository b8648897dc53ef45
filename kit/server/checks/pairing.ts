import { demand, same, short } from '../../judge/demand.ts'
import { createDevice } from '../device.ts'
import { expectRefusal, expectRefused, expectStatus } from '../expect.ts'
import type { TestedServer } from '../tested-server.ts'
import { must } from './check.ts'

async function invite({ http, desk }: TestedServer, json: object = {}) {
  const answer = await http('POST', '/v1/pairings', { token: desk.token, json })
  expectStatus(answer, 201, 'POST /v1/pairings')
  return answer.json as { pairingId: string; code: string }
}
const claim = ({ http }: TestedServer, code: string, more: object = {}) =>
  http('POST', '/v1/pairings/claim', { json: { code, name: 'Kit: paired', ...more } })

export const checks = [
  must('PAIR.a-code-lets-one-device-in', 'A code brings credentials once; a look uses nothing up.', async (kit) => {
    const { code } = await invite(kit)
    demand(/^[0-9A-HJKMNP-TV-Z]{4}-?[0-9A-HJKMNP-TV-Z]{4}$/.test(code), `a code has 8 characters: ${short(code)}`)
    // A person types it in their own way.
    const typed = ` ${code.replace('-', ' ').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'i')} `
    const look = await kit.http('POST', '/v1/pairings/look', { json: { code: typed } })
    same([look.status, look.json?.offeredBy, look.json?.confirm], [200, 'Kit: desk', false], 'the look')
    const account: string = look.json.account
    demand(account.includes('…') && account !== kit.email, `a look hides most of the address: ${account}`)
    const first = await claim(kit, typed)
    expectStatus(first, 201, 'the claim')
    expectRefusal(await claim(kit, code), 'not_found', 'the second claim of a code')
    expectStatus(await createDevice(kit.url, kit.http, first.json).tryPull(), 200, 'a pull of the new device')
    await kit.http('DELETE', `/v1/devices/${first.json.deviceId}`, { token: first.json.token })
  }),

  must(
    'PAIR.a-person-admits',
    'With `confirm`, credentials come once, after the inviting device has accepted.',
    async (kit) => {
      kit.needs('confirm')
      const { code } = await invite(kit, { confirm: true })
      const claimed = await claim(kit, code)
      expectStatus(claimed, 202, 'the claim of a code with confirm')
      const { claimId, secret, check } = claimed.json
      demand(/^\d\d$/.test(check), `check is two digits: ${short(check)}`)
      const { json } = await kit.http('GET', '/v1/pairings/claims', { token: kit.desk.token })
      same(
        json.claims?.map((it: { claimId: string; check: string }) => [it.claimId, it.check]),
        [[claimId, check]],
        'claims',
      )
      const others = await kit.http('GET', '/v1/pairings/claims', { token: kit.phone.token })
      same(others.json.claims, [], 'the claims that another device has to decide')
      const decide = (token: string, accept: boolean) =>
        kit.http('POST', `/v1/pairings/claims/${claimId}/decide`, { token, json: { accept } })
      const byOther = await decide(kit.phone.token, true)
      demand(byOther.status >= 400, `another device may not decide, and got ${byOther.status}`)
      const collect = (with_: string) => kit.http('POST', `/v1/pairings/claims/${claimId}`, { json: { secret: with_ } })
      expectRefusal(await collect('wrong'), 'not_found', 'to collect with a wrong secret')
      expectStatus(await decide(kit.desk.token, true), 204, 'the decision')
      expectRefusal(await decide(kit.desk.token, false), 'conflict', 'a second decision')
      const collected = await collect(secret)
      expectStatus(collected, 201, 'to collect')
      expectRefusal(await collect(secret), 'not_found', 'to collect a second time')
      await kit.http('DELETE', `/v1/devices/${collected.json.deviceId}`, { token: collected.json.token })
    },
  ),

  must('PAIR.a-person-refuses', 'A refused claim is forbidden; a cancelled code lets nobody in.', async (kit) => {
    kit.needs('confirm')
    const { claimId, secret } = (await claim(kit, (await invite(kit, { confirm: true })).code)).json
    const path = `/v1/pairings/claims/${claimId}`
    await kit.http('POST', `${path}/decide`, { token: kit.desk.token, json: { accept: false } })
    expectRefusal(await kit.http('POST', path, { json: { secret } }), 'forbidden', 'to collect a refused claim')
    const { pairingId, code } = await invite(kit)
    const cancel = () => kit.http('DELETE', `/v1/pairings/${pairingId}`, { token: kit.desk.token })
    expectStatus(await cancel(), 204, 'to cancel a code')
    expectStatus(await cancel(), 204, 'to cancel it again')
    expectRefusal(await claim(kit, code), 'not_found', 'a claim of a cancelled code')
  }),

  must('ACCESS.a-device-that-only-sends', 'A device with access "send" sends, and does nothing else.', async (kit) => {
    kit.needs('access')
    const device = await kit.newDevice('only sends', { access: 'send' })
    const { messageId } = await device.post('a report')
    for (const path of ['/v1/messages', '/v1/inbox', '/v1/devices', '/v1/stream']) {
      expectRefusal(await kit.http('GET', path, { token: device.token }), 'forbidden', `GET ${path}`)
    }
    expectRefusal(await device.tryAck(1), 'forbidden', 'an ack')
    const [direct] = await kit.desk.send({ receiverDeviceId: device.deviceId })
    expectRefused(direct, 'unknown_receiver', 'a message to a device that only sends')
    const { messageId: theirs } = await kit.desk.post('theirs')
    const [own, foreign] = await device.send({ kind: 'edit', targetId: messageId }, { kind: 'edit', targetId: theirs })
    same(own?.ok, true, 'an edit of its own message')
    expectRefused(foreign, 'forbidden', 'an edit of the message of another device')
    await kit.http('DELETE', `/v1/devices/${device.deviceId}`, { token: device.token })
  }),
]
