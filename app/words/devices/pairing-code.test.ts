import { expect, test } from 'vitest'
import { pairingCodeIn } from './pairing-code.ts'

test('a code is taken as it is typed, without the space around it', () => {
  expect(pairingCodeIn(' k7qm-2xrd ')).toBe('k7qm-2xrd')
})

test('a pasted link gives its code', () => {
  expect(pairingCodeIn('https://roost.example/pair#K7QM-2XRD')).toBe('K7QM-2XRD')
  expect(pairingCodeIn('#K7QM%2D2XRD')).toBe('K7QM-2XRD')
})

test('nonsense stays what it is', () => {
  expect(pairingCodeIn('100%')).toBe('100%')
  expect(pairingCodeIn('')).toBe('')
})
