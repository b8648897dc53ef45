import { lookOf } from './look-of.ts'

/**
 * Gives devices whose names look the same a number, the oldest keeps its name: "Desk", "Desk (2)". The number is for
 * the screens of this device; the server keeps the names as they were given.
 */
export function withDistinctNames<D extends { name: string }>(devices: readonly D[]): readonly D[] {
  const taken = new Set<string>()
  const named = devices.map((device) => {
    const name = freeName(device.name, taken)
    taken.add(lookOf(name))
    return name === device.name ? device : { ...device, name }
  })
  return named.every((it, index) => it === devices[index]) ? devices : named
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? name : `${name} (${n})`
    if (!taken.has(lookOf(candidate))) return candidate
  }
}
