import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeToken, readToken } from './token.ts'

const deviceId = '01a203ee-16b9-7083-b6a4-6b4a20b14ee8'

test.each(['u1', 'a.b', 'Zoë 🪺', ''.padEnd(64, 'x')])('a token tells whose it claims to be: %s', (userId) => {
  const token = makeToken({ userId, deviceId }, randomBytes)
  expect(token).toMatch(/^[\w.-]+$/)
  expect(readToken(token)).toEqual({ userId, deviceId })
})

test('its secret has 256 random bits', () => {
  const secret = makeToken({ userId: 'u', deviceId }, (size) => new Uint8Array(size).fill(255)).split('.')[2]
  expect(Buffer.from(secret as string, 'base64url')).toEqual(Buffer.alloc(32, 255))
})

test.each(['', '.', 'a.b', '..', 'a..c', 'a.b.c.d', 'x'.repeat(100_000)])('no token: %.20s', (text) => {
  expect(readToken(text)).toBeNull()
})
