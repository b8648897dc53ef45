import { expect, test } from 'vitest'
import vectors from '../vectors/digest-chain.json' with { type: 'json' }
import { History } from './history.ts'

test('its digests are those of the vectors', () => {
  const history = new History(Buffer.from(vectors.digestAtVersion0, 'base64url'))
  const devices = vectors.steps.map((it) => it.senderDeviceId)
  for (const { senderDeviceId, send, version, digest } of vectors.steps) {
    expect(history.append(senderDeviceId, send, devices)).toMatchObject({ ok: true, version })
    expect(history.digestAt(version)).toBe(digest)
  }
})
