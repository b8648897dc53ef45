import { isIPv4 } from 'node:net'
import * as v from 'valibot'
import { isVapidKey } from './vapid-key.ts'

const integer = (min: number, max: number, message: string) =>
  v.pipe(v.string(), v.regex(/^\d+$/, message), v.transform(Number), v.minValue(min, message), v.maxValue(max, message))

export const portField = integer(0, 65_535, 'must be a number from 0 to 65535 (0: any free port)')

export const daysField = integer(0, 36_500, 'must be a whole number of days (0: for ever)')

export const binDaysField = integer(0, 365, 'must be a whole number of days, up to 365 (0: no bin)')

export const idleDaysField = integer(0, 36_500, 'must be a whole number of days (0: a token is good for ever)')

export const drainField = integer(0, 300, 'must be a whole number of seconds, up to 300')

const units: Readonly<Record<string, number>> = { '': 1, kib: 2 ** 10, mib: 2 ** 20, gib: 2 ** 30, tib: 2 ** 40 }

/** Bytes, as `100 MiB` or a plain number. */
export const sizeField = v.pipe(
  v.string(),
  v.regex(/^\d{1,12} ?([KMGT]iB)?$/i, 'must be a size like 100 MiB, 5 GiB or 0'),
  v.transform((it) => Number.parseInt(it, 10) * (units[it.replace(/[\d ]/g, '').toLowerCase()] ?? 1)),
  v.maxValue(Number.MAX_SAFE_INTEGER, 'is too large'),
)

export const switchField = v.pipe(
  v.picklist(['on', 'off'], 'must be "on" or "off"'),
  v.transform((it) => it === 'on'),
)

export const ipField = v.pipe(v.string(), v.check(isIPv4, 'must be an IPv4 address of this machine, like 192.168.1.5'))

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

/** Push services write there when something is wrong: an e-mail address, or a page. */
export const contactField = v.pipe(
  v.string(),
  v.regex(
    /^(mailto:)?[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$|^https:\/\/\S+$/,
    'must be an e-mail address or an https address',
  ),
  v.transform((it) => (/^(mailto|https):/.test(it) ? it : `mailto:${it}`)),
)

/** 32 bytes in base64, in either alphabet. */
export const vapidKeyField = v.pipe(
  v.string(),
  v.transform((it) => Buffer.from(it, 'base64').toString('base64url')),
  v.check(isVapidKey, 'must be 32 random bytes in base64, as "openssl rand -base64 32" prints them'),
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
