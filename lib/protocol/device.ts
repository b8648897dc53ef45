import * as v from 'valibot'
import { accessSchema } from './access.ts'
import { limits } from './limits.ts'
import { digestSchema, uuidSchema, versionSchema } from './values/ids.ts'
import { labelSchema } from './values/label.ts'
import { object } from './values/object.ts'

/** A device as its user's other devices see it. Times are ms since the epoch by the server's clock. */
export const deviceInfoSchema = object({
  deviceId: uuidSchema,
  name: v.string(),
  platform: v.string(),
  createdAt: v.number(),
  lastSeen: v.number(),
  lastReceivedVersion: versionSchema,
  online: v.boolean(),
  // A server of wire 1.0 sends none of these. "send": it only sends, so it receives nothing and lacks nothing.
  access: v.optional(v.string()),
  /** Head when it was made. */
  joinedAtVersion: v.optional(versionSchema),
  /** The device whose invitation it claimed. */
  offeredBy: v.optional(uuidSchema),
  revokedAt: v.optional(v.number()),
  /** For a name with letters that imitate others in a way that devices do not know by themselves. Equal looks look the same. */
  look: v.optional(v.string()),
})

export type DeviceInfo = v.InferOutput<typeof deviceInfoSchema>

/** A removed device: its name stays, so that its messages keep their sender. */
export const formerDeviceSchema = object({
  deviceId: uuidSchema,
  name: v.string(),
  platform: v.string(),
  revokedAt: v.number(),
})
export type FormerDevice = v.InferOutput<typeof formerDeviceSchema>

/** `former`: the latest removed ones first. Over HTTP they come when they are asked for. */
export const deviceListSchema = object({
  devices: v.array(deviceInfoSchema),
  former: v.optional(v.array(formerDeviceSchema)),
})
export type DeviceList = v.InferOutput<typeof deviceListSchema>

export const listRequestSchema = object({ former: v.optional(v.literal('true', 'must be true')) })

export const deviceNameSchema = labelSchema(1, limits.nameLength)

export const newDeviceSchema = object({
  name: deviceNameSchema,
  platform: v.optional(labelSchema(0, limits.platformLength), ''),
  access: v.optional(accessSchema, 'full'),
})

export const renameSchema = object({ name: deviceNameSchema })

/** A device's credentials. The server shows the token once. */
export const credentialsSchema = object({ userId: v.string(), deviceId: uuidSchema, token: v.string() })
export type Credentials = v.InferOutput<typeof credentialsSchema>

/** The server's first event on every connection. */
export const helloSchema = object({
  userId: v.string(),
  deviceId: uuidSchema,
  head: versionSchema,
  digest: digestSchema,
  floor: versionSchema,
  lastReceivedVersion: versionSchema,
  heartbeatMs: v.number(),
  // A server of wire 1.0 sends none of these.
  readUpTo: v.optional(versionSchema),
  protocol: v.optional(v.string()),
  features: v.optional(v.array(v.string())),
})

export type Hello = v.InferOutput<typeof helloSchema>
