import { describe } from 'vitest'
import { acknowledgeContract } from './contract/acknowledge-contract.ts'
import { appendContract } from './contract/append-contract.ts'
import { deviceContract } from './contract/device-contract.ts'
import { expireContract } from './contract/expire-contract.ts'
import { forgetContract } from './contract/forget-contract.ts'
import { killContract } from './contract/kill-contract.ts'
import type { OpenStore } from './contract/kit.ts'
import { lifeContract } from './contract/life-contract.ts'
import { pairingContract } from './contract/pairing-contract.ts'
import { pullContract } from './contract/pull-contract.ts'

/** What every store has to do. `writer` is the path of a module, see killContract. */
export function storeContract(name: string, open: OpenStore, writer: string) {
  describe(`${name}: append`, () => appendContract(open))
  describe(`${name}: pull`, () => pullContract(open))
  describe(`${name}: acknowledge`, () => acknowledgeContract(open))
  describe(`${name}: devices`, () => deviceContract(open))
  describe(`${name}: pairing`, () => pairingContract(open))
  describe(`${name}: expire`, () => expireContract(open))
  describe(`${name}: forget`, () => forgetContract(open))
  describe(`${name}: open and close`, () => lifeContract(open))
  describe(`${name}: killed`, () => killContract(open, writer))
}
