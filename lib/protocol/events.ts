import type { AckRequest, Batch, PullRequest } from './batch.ts'
import type { DeviceInfo, Hello } from './device.ts'
import type { ProtocolError } from './error.ts'
import type { SendRequest, SendResult } from './send.ts'

export type Refusal = { ok: false; error: ProtocolError }
export type SendAnswer = { ok: true; results: SendResult[] } | Refusal
export type PullAnswer = { ok: true; batch: Batch } | Refusal
export type AckAnswer = { ok: true; lastReceivedVersion: number } | Refusal

/** Socket.IO events, device → mother. */
export interface DeviceToMother {
  send: (payload: { messages: SendRequest[] }, answer: (it: SendAnswer) => void) => void
  pull: (payload: PullRequest, answer: (it: PullAnswer) => void) => void
  ack: (payload: AckRequest, answer: (it: AckAnswer) => void) => void
}

/** Socket.IO events, mother → device. */
export interface MotherToDevice {
  hello: (hello: Hello) => void
  batch: (batch: Batch) => void
  devices: (payload: { devices: DeviceInfo[] }) => void
  revoked: (payload: Record<string, never>) => void
}

export const SOCKET_PATH = '/socket.io'
