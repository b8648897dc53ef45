import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { makePairingCode, readPairingCode } from './pairing-code.ts'

describe('pairing codes', () => {
  test('carry 40 bits: every digit depends on its own random byte, over the whole alphabet', () => {
    const digits = Array.from(
      { length: 32 },
      (_, byte) => makePairingCode((size) => new Uint8Array(size).fill(byte))[0],
    )
    expect(new Set(digits).size).toBe(32)
    expect(makePairingCode((size) => Uint8Array.from({ length: size }, (_, n) => n))).toBe('0123-4567')
  })

  test('are read back as they are shown', () => {
    for (let n = 0; n < 100; n += 1) {
      const code = makePairingCode(randomBytes)
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
      expect(readPairingCode(code)).toBe(code)
    }
  })

  test.each([
    ['abcd-efgh', 'ABCD-EFGH'],
    ['ABCDEFGH', 'ABCD-EFGH'],
    [' ab cd-ef gh\n', 'ABCD-EFGH'],
    ['oOiI-lL23', '0011-1123'],
  ])('what a person types: %j', (typed, code) => expect(readPairingCode(typed)).toBe(code))

  test.each(['', 'ABCD', 'ABCD-EFGHJ', 'UUUU-UUUU', 'ABCD-EFG!', 'A'.repeat(1_000_000)])('no code', (typed) =>
    expect(readPairingCode(typed)).toBeNull(),
  )
})
