import { describe } from 'vitest'
import { accessContract } from './store-contract/access.contract.ts'
import { acknowledgeContract } from './store-contract/acknowledge.contract.ts'
import { appendContract } from './store-contract/append.contract.ts'
import { binContract } from './store-contract/bin.contract.ts'
import { claimContract } from './store-contract/claim.contract.ts'
import { deviceContract } from './store-contract/device.contract.ts'
import { epochContract } from './store-contract/epoch.contract.ts'
import { expireContract } from './store-contract/expire.contract.ts'
import { filesContract } from './store-contract/files.contract.ts'
import { forgetContract } from './store-contract/forget.contract.ts'
import { killContract } from './store-contract/kill.contract.ts'
import type { OpenStore } from './store-contract/kit.ts'
import { lifeContract } from './store-contract/life.contract.ts'
import { makingContract } from './store-contract/making.contract.ts'
import { markReadContract } from './store-contract/mark-read.contract.ts'
import { notesContract } from './store-contract/notes.contract.ts'
import { pairingContract } from './store-contract/pairing.contract.ts'
import { pullContract } from './store-contract/pull.contract.ts'
import { pushContract } from './store-contract/push.contract.ts'
import { usageContract } from './store-contract/usage.contract.ts'

/** The rules for every store. `writer` is the path of a module, see killContract. */
export function storeContract(name: string, open: OpenStore, writer: string) {
  describe(`${name}: append`, () => appendContract(open))
  describe(`${name}: pull`, () => pullContract(open))
  describe(`${name}: acknowledge`, () => acknowledgeContract(open))
  describe(`${name}: markRead`, () => markReadContract(open))
  describe(`${name}: devices`, () => deviceContract(open))
  describe(`${name}: makings`, () => makingContract(open))
  describe(`${name}: pairing`, () => pairingContract(open))
  describe(`${name}: access`, () => accessContract(open))
  describe(`${name}: claims`, () => claimContract(open))
  describe(`${name}: epochs`, () => epochContract(open))
  describe(`${name}: expire`, () => expireContract(open))
  describe(`${name}: bin`, () => binContract(open))
  describe(`${name}: notes`, () => notesContract(open))
  describe(`${name}: files`, () => filesContract(open))
  describe(`${name}: push`, () => pushContract(open))
  describe(`${name}: usage`, () => usageContract(open))
  describe(`${name}: forget`, () => forgetContract(open))
  describe(`${name}: open and close`, () => lifeContract(open))
  describe(`${name}: killed`, () => killContract(open, writer))
}
