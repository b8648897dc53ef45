/** The hue of a device in degrees. Every device computes the same one from the id. */
export function deviceHue(deviceId: string): number {
  let hash = 0
  for (const char of deviceId) hash = (hash * 31 + char.charCodeAt(0)) >>> 0
  return (hash * 137) % 360
}
