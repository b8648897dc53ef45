import { devices as english } from './en/devices/devices.ts'
import { subject } from './language/catalog.ts'

const say = subject('devices', english)

/** Says what a browser does with a device's messages when it runs out of room. */
export const keptWords = (kept: boolean): string => (kept ? say.kept : say.notKept)
