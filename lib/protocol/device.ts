import * as v from 'valibot'
import { digestSchema, uuidSchema, versionSchema } from './ids.ts'
import { labelSchema } from './label.ts'
import { limits } from './limits.ts'
import { object } from './object.ts'

/** A device as its user's other devices see it. Times are ms since the epoch by the server's clock. */
export const deviceInfoSchema = object({
  deviceId: uuidSchema,
  name: v.string(),
  platform: v.string(),
  createdAt: v.number(),
  lastSeen: v.number(),
  lastReceivedVersion: versionSchema,
  online: v.boolean(),
  /** The device whose invitation it joined with. */
  offeredBy: v.optional(uuidSchema),
})

export type DeviceInfo = v.InferOutput<typeof deviceInfoSchema>

export const deviceListSchema = object({ devices: v.array(deviceInfoSchema) })

export const deviceNameSchema = labelSchema(1, limits.nameLength)

export const newDeviceSchema = object({
  name: deviceNameSchema,
  platform: v.optional(labelSchema(0, limits.platformLength), ''),
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
