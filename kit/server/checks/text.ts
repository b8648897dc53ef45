import { randomUUID } from 'node:crypto'
import { same } from '../../judge/demand.ts'
import vectors from '../../vectors/text-form.json' with { type: 'json' }
import { contentsOf, expectRefusal, expectStatus } from '../expect.ts'
import type { TestedServer } from '../tested-server.ts'
import { must } from './check.ts'

// Bytes, because fetch names a content type of its own for a string.
const bytes = (text: string) => new TextEncoder().encode(text)
const typed = (contentType: string | null): Record<string, string> =>
  contentType === null ? {} : { 'Content-Type': contentType }
const sendText = ({ http, desk }: TestedServer, path: string, text: string, headers: Record<string, string> = {}) =>
  http('POST', path, { token: desk.token, headers, body: bytes(text) })

export const checks = [
  must('TEXT.a-body-is-a-message', 'The body of POST / and POST /v1/messages is kept byte for byte.', async (kit) => {
    const { head } = await kit.desk.inbox()
    for (const body of vectors.bodies) expectStatus(await sendText(kit, '/', body), 200, 'POST /')
    for (const body of vectors.bodies) expectStatus(await sendText(kit, '/v1/messages', body), 200, 'POST /v1/messages')
    same(contentsOf(await kit.phone.history(head)), [...vectors.bodies, ...vectors.bodies], 'the stored texts')
  }),

  must('TEXT.content-types', 'Each content type is stored as the table of the page says.', async (kit) => {
    for (const { contentType, storedAs } of vectors.cases) {
      const answer = await sendText(kit, '/v1/messages', 'text', typed(contentType))
      if (storedAs === null) {
        expectRefusal(answer, 'invalid_request', `Content-Type ${contentType}`)
        continue
      }
      expectStatus(answer, 200, `Content-Type ${contentType}`)
      const { version } = answer.json.results[0]
      const [stored] = (await kit.phone.pull({ after: version - 1 })).messages
      same(stored?.contentType, storedAs, `how Content-Type ${contentType} is stored`)
    }
  }),

  must(
    'TEXT.to-names-one-device',
    'The parameter `to` names the receiver; an unknown one is refused with its status.',
    async (kit) => {
      const { head } = await kit.desk.inbox()
      expectStatus(await sendText(kit, `/?to=${kit.phone.deviceId}`, 'for the phone'), 200, 'POST /?to=')
      same(contentsOf(await kit.phone.history(head)), ['for the phone'], 'the history of the receiver')
      same(contentsOf(await kit.tablet.history(head)), [], 'the history of another device')
      expectRefusal(await sendText(kit, `/?to=${randomUUID()}`, 'x'), 'unknown_receiver', 'an unknown receiver')
    },
  ),

  must('TEXT.Idempotency-Key-is-the-messageId', 'A text with the same Idempotency-Key is stored once.', async (kit) => {
    const key = randomUUID()
    const [first, again] = [
      await sendText(kit, '/', 'once', { 'Idempotency-Key': key }),
      await sendText(kit, '/', 'once', { 'Idempotency-Key': key }),
    ]
    const [one, two] = [first.json?.results?.[0], again.json?.results?.[0]]
    same([one?.messageId, one?.duplicate], [key, false], 'the first text')
    same([two?.version, two?.duplicate], [one?.version, true], 'the second text')
    const other = await sendText(kit, '/', 'another text', { 'Idempotency-Key': key })
    expectRefusal(other, 'conflict', 'another text under the same key')
  }),

  must('TEXT.a-token-is-needed', 'POST / without a token is 401.', async (kit) => {
    expectStatus(await kit.http('POST', '/', { body: bytes('x') }), 401, 'POST / without a token')
  }),
]
