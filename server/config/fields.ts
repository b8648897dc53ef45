import * as v from 'valibot'

const integer = (min: number, max: number, message: string) =>
  v.pipe(v.string(), v.regex(/^\d+$/, message), v.transform(Number), v.minValue(min, message), v.maxValue(max, message))

export const portField = integer(0, 65_535, 'must be a number from 0 to 65535 (0: any free port)')

export const daysField = integer(0, 36_500, 'must be a whole number of days (0: for ever)')

export const binDaysField = integer(0, 365, 'must be a whole number of days, up to 365 (0: no bin)')

export const idleDaysField = integer(0, 36_500, 'must be a whole number of days (0: a token is good for ever)')

export const drainField = integer(0, 300, 'must be a whole number of seconds, up to 300')

export const switchField = v.pipe(
  v.picklist(['on', 'off'], 'must be "on" or "off"'),
  v.transform((it) => it === 'on'),
)

/** How many proxies stand in front: `on` is one. The caller's address is the one that the outermost proxy wrote down. */
export const proxiesField = v.pipe(
  v.string(),
  v.transform((it) => ({ on: '1', off: '0' })[it] ?? it),
  integer(0, 10, 'must be "on", "off" or the number of proxies in front of Roost (up to 10)'),
)

/** Where browsers find Roost; its origin is the only one that may use a session. */
export const baseUrlField = v.pipe(
  v.string(),
  v.check((it) => originOf(it) !== null, 'must be an address like https://roost.example, without a path'),
  v.transform((it) => originOf(it) ?? it),
)

/** Web origins, comma separated. Each is compared letter by letter: no wildcards, no paths. */
export const originsField = v.pipe(
  v.string(),
  v.transform((it) => it.split(',').map((part) => part.trim())),
  v.check(
    (them) => them.every((it) => originOf(it) !== null),
    'must be web origins like https://app.example, separated by commas, without paths or wildcards',
  ),
  v.transform((them) => them.map((it) => originOf(it) ?? it)),
)

/** Nothing that stands for several hosts (`*`), and nothing that no browser would ever call. */
const oneHost = /^([\w.-]+|\[[\da-f:.]+\])$/

function originOf(text: string): string | null {
  const url = URL.parse(text)
  if (
    !url ||
    !/^https?:$/.test(url.protocol) ||
    url.pathname !== '/' ||
    url.search ||
    url.hash ||
    url.username ||
    !oneHost.test(url.hostname)
  )
    return null
  return url.origin
}
