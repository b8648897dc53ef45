import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { secretsIn, signatureHeaders } from './signature.ts'

const secretOf = (bytes: number) => `whsec_${randomBytes(bytes).toString('base64')}`
const [old, fresh] = [secretOf(24), secretOf(64)]
const signed = { id: 'msg_1', at: Date.now(), body: '{"text":"ä 👋"}' }

test("another project's library takes what is signed, with each of several secrets", () => {
  const headers = signatureHeaders(signed, secretsIn(`${old}\r\n\n  ${fresh}\n`))
  for (const it of [old, fresh]) expect(new Webhook(it).verify(signed.body, headers)).toEqual({ text: 'ä 👋' })
  expect(() => new Webhook(secretOf(24)).verify(signed.body, headers)).toThrow('No matching signature')
})

test('it refuses what was changed on the way, or is old', () => {
  const verify = (body: string, headers: Record<string, string>) => () => new Webhook(old).verify(body, headers)
  const headers = signatureHeaders(signed, secretsIn(old))
  const later = String(Number(headers['webhook-timestamp']) + 1)
  expect(verify(signed.body, headers)).not.toThrow()
  expect(verify(signed.body.replace('ä', 'a'), headers)).toThrow('No matching signature')
  expect(verify(signed.body, { ...headers, 'webhook-id': 'msg_2' })).toThrow('No matching signature')
  expect(verify(signed.body, { ...headers, 'webhook-timestamp': later })).toThrow('No matching signature')
  const stale = signatureHeaders({ ...signed, at: Date.now() - 600_000 }, secretsIn(old))
  expect(verify(signed.body, stale)).toThrow('too old')
})

test.each([
  ['', 'empty'],
  ['\n \n', 'empty'],
  [secretOf(23), '24 to 64 bytes'],
  [secretOf(65), '24 to 64 bytes'],
  ['my secret password that is long enough', 'base64'],
  [`${old}\nwhsec_!`, 'base64'],
])('a file with %j is no secret', (text, why) => {
  expect(() => secretsIn(text)).toThrow(why)
})
