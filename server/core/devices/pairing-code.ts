import { hash } from 'node:crypto'

/** Crockford's base 32: no I, L, O, U. Source: https://www.crockford.com/base32.html */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 8

/** 40 random bits as a person can read them out: XXXX-XXXX. */
export function makePairingCode(randomBytes: (size: number) => Uint8Array): string {
  const bits = Buffer.from(randomBytes(LENGTH)).map((byte) => byte % ALPHABET.length)
  const code = Array.from(bits, (digit) => ALPHABET[digit]).join('')
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

/** Reads a typed code tolerantly: case, dashes and spaces, O for 0, I or L for 1. Null when it can be no code. */
export function readPairingCode(typed: string): string | null {
  if (typed.length > 100) return null
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  const isCode = code.length === LENGTH && [...code].every((digit) => ALPHABET.includes(digit))
  return isCode ? `${code.slice(0, 4)}-${code.slice(4)}` : null
}

export function hashPairingCode(code: string): Buffer {
  return hash('sha256', code, 'buffer')
}
