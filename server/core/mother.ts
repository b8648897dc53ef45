import type { Credentials, DeviceInfo, Hello, PairingOffer } from '../../lib/protocol/device.ts'
import type { Inbox } from '../../lib/protocol/read.ts'
import type { SendResult } from '../../lib/protocol/send.ts'

/** A device that has proved who it is. */
export interface Caller {
  userId: string
  deviceId: string
}

/** A Batch whose messages are still the JSON text that the store keeps: joined, and never parsed on the way to a device. */
export interface BatchText {
  from: number
  upTo: number
  messages: string[]
  digest: string
  head: number
  floor: number
}

/**
 * The domain: append, pull, acknowledge, devices. Knows neither sockets nor SQL; both gateways call it with what came
 * in, unchecked, and every refusal is a RoostError.
 */
export interface Mother {
  /** @throws RoostError `unauthenticated` (no or unknown token), `revoked`. */
  authenticate(token: string | undefined): Promise<Caller>

  /** Refuses as a whole only a bad envelope; results are in the order of the items. Resolves once durable. */
  send(caller: Caller, payload: unknown): Promise<{ results: SendResult[] }>
  /** @throws RoostError `history_forked`, `cursor_expired`, `invalid_request`, `revoked`. */
  pull(caller: Caller, payload: unknown): Promise<BatchText>
  /** Moves lastReceivedVersion forward, never past head. */
  acknowledge(caller: Caller, payload: unknown): Promise<{ lastReceivedVersion: number }>
  /**
   * Moves readUpTo of the user forward. Resolves once durable. @throws RoostError `history_forked` past head.
   */
  markRead(caller: Caller, payload: unknown): Promise<{ readUpTo: number }>
  inbox(caller: Caller): Promise<Inbox>
  hello(caller: Caller): Promise<Hello & { readUpTo: number }>

  createDevice(userId: string, payload: unknown): Promise<Credentials>
  /**
   * `by`: the device that asks, when it is a device and not an account session; checked once more together with the work,
   * so that one revoked since it was authenticated (a request whose body came slowly) does nothing.
   */
  listDevices(userId: string, by?: string): Promise<{ devices: DeviceInfo[] }>
  renameDevice(userId: string, deviceId: string, payload: unknown, by?: string): Promise<DeviceInfo>
  /** Once it resolves the device can do nothing more. */
  revokeDevice(userId: string, deviceId: string, by?: string): Promise<void>

  offerPairing(caller: Caller): Promise<PairingOffer>
  claimPairing(payload: unknown): Promise<Credentials>

  /** Presence, told by the gateway: how many connections a device has is the gateway's to count. */
  deviceOnline(caller: Caller, online: boolean): Promise<void>
  /** Whether the store answers; for /readyz. @throws what is wrong. */
  check(): Promise<void>
  /** Lets what is under way become durable, then closes the store. */
  close(): Promise<void>
}
