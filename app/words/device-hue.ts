/** A colour of its own for a device, as a CSS hue in degrees; the same on every device. */
export function deviceHue(deviceId: string): number {
  let hash = 0
  for (const char of deviceId) hash = (hash * 31 + char.charCodeAt(0)) >>> 0
  return (hash * 137) % 360
}
