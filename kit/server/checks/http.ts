import { demand, same, short } from '../../judge/demand.ts'
import { complete } from '../device.ts'
import { expectRefusal, expectStatus } from '../expect.ts'
import { must, should } from './check.ts'

export const checks = [
  must('HTTP.about', 'GET /v1/about names the product, the protocol and its features.', async (kit) => {
    const { json } = await kit.http('GET', '/v1/about')
    demand(/^1\.\d+$/.test(json.protocol), `protocol: ${short(json.protocol)}`)
    demand(Array.isArray(json.features), 'features is a list')
    demand(['first', 'open', 'closed'].includes(json.signup), `signup: ${short(json.signup)}`)
  }),

  must(
    'HTTP.an-unknown-parameter-is-refused',
    'A misspelled or doubled query parameter is refused by name.',
    async (kit) => {
      const { token } = kit.desk
      const { head } = await kit.desk.inbox()
      const calls: [string, string, string][] = [
        ['GET', '/v1/messages?affter=1', 'affter'],
        ['POST', '/v1/messages?too=all', 'too'],
        ['POST', `/v1/messages?to=all&to=${kit.phone.deviceId}`, 'to'],
      ]
      for (const [method, path, name] of calls) {
        const answer = await kit.http(method, path, { token, ...(method === 'POST' ? { body: 'text' } : {}) })
        expectRefusal(answer, 'invalid_request', `${method} ${path}`)
        demand(answer.json.error.message.includes(name), `the message names ${name}: ${answer.json.error.message}`)
      }
      same((await kit.desk.inbox()).head, head, 'head')
    },
  ),

  must('HTTP.a-number-is-plain-digits', 'A number in a query is not 1e3, +1, 0x1, -1 or empty.', async (kit) => {
    for (const after of ['1e3', '%2B1', '0x1', '-1', '1.0', '']) {
      const answer = await kit.http('GET', `/v1/messages?after=${after}`, { token: kit.desk.token })
      expectRefusal(answer, 'invalid_request', `after=${after}`)
    }
    for (const limit of ['0', '2001'])
      expectRefusal(await kit.desk.tryPull({ limit }), 'invalid_request', `limit=${limit}`)
  }),

  must(
    'HTTP.unknown-fields-are-ignored',
    'The server ignores fields of a JSON body that it does not know.',
    async (kit) => {
      const message = { ...complete({ content: 'from the future' }), mood: 'good' }
      const sent = await kit.http('POST', '/v1/messages', {
        ...{ token: kit.desk.token, json: { messages: [message], trace: 'x' } },
      })
      same(sent.json?.results?.[0]?.ok, true, 'a message with an unknown field')
    },
  ),

  must(
    'HTTP.what-is-no-object-is-refused',
    'A list or broken JSON where an object belongs is invalid_request.',
    async (kit) => {
      const { token } = kit.desk
      const headers = { 'Content-Type': 'application/json' }
      for (const body of ['[]', '{', '"text"', 'null', '']) {
        for (const path of ['/v1/messages', '/v1/ack']) {
          expectRefusal(
            await kit.http('POST', path, { token, headers, body }),
            'invalid_request',
            `POST ${path} ${body}`,
          )
        }
      }
    },
  ),

  must('HTTP.a-list-is-no-request', 'A JSON list is no send, whatever is in it.', async (kit) => {
    const answer = await kit.http('POST', '/v1/messages', { token: kit.desk.token, json: [complete({})] })
    expectRefusal(answer, 'invalid_request', 'a list as a send')
  }),

  must('HTTP.kinds-of-ids', 'Only UUIDs in lower case are ids.', async (kit) => {
    const upper = '0190A0E0-0000-7000-8000-0000000000AB'
    const [first, second] = await kit.desk.send({ messageId: upper }, { receiverDeviceId: upper })
    same([first?.ok, second?.ok], [false, false], 'messages with ids in capitals')
  }),

  must(
    'HTTP.a-cookie-from-elsewhere-is-refused',
    'A call with the cookie and a foreign Origin is forbidden.',
    async (kit) => {
      const headers = { Origin: 'https://elsewhere.example' }
      const answer = await kit.http('POST', '/v1/devices', { cookie: kit.cookie, headers, json: { name: 'stolen' } })
      expectRefusal(answer, 'forbidden', 'POST /v1/devices from another page')
    },
  ),

  must('HTTP.a-name-shows-something', 'Names have 1 to 100 characters on one line.', async (kit) => {
    for (const name of ['', '   ', 'x'.repeat(101), 'a\nb', 'a\u202eb', 7]) {
      const made = await kit.http('POST', '/v1/devices', { cookie: kit.cookie, json: { name } })
      expectRefusal(made, 'invalid_request', `the name ${JSON.stringify(name)}`)
    }
  }),

  should(
    'HTTP.an-unknown-call-is-not-found',
    'A call that the page does not have is not_found, as JSON.',
    async (kit) => {
      const answer = await kit.http('GET', '/v1/no-such-call', { token: kit.desk.token })
      expectRefusal(answer, 'not_found', 'GET /v1/no-such-call')
    },
  ),

  should('HTTP.it-says-that-it-lives', 'GET /healthz answers 200.', async (kit) => {
    expectStatus(await kit.http('GET', '/healthz'), 200, 'GET /healthz')
  }),
]
