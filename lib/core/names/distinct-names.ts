import { lookOf } from '../../protocol/values/look-of.ts'

/**
 * Gives devices whose names look the same a number, the oldest keeps its name: "Desk", "Desk (2)". The number is for
 * the screens of this device; the server keeps the names as they were given.
 */
export function withDistinctNames<D extends { name: string; look?: string | undefined }>(
  devices: readonly D[],
): readonly D[] {
  const taken = new Set<string>()
  const named = devices.map((device) => {
    const { name, look } = freeName(device, taken)
    taken.add(look)
    return name === device.name ? device : { ...device, name }
  })
  return named.every((it, index) => it === devices[index]) ? devices : named
}

function freeName(
  { name, look = lookOf(name) }: { name: string; look?: string | undefined },
  taken: ReadonlySet<string>,
) {
  for (let n = 1; ; n++) {
    const number = n === 1 ? '' : ` (${n})`
    const candidate = look + lookOf(`.${number}`).slice(1)
    if (!taken.has(candidate)) return { name: name + number, look: candidate }
  }
}
