import * as v from 'valibot'

/** Addresses hold passwords: no message shows any piece of them, not even one that was taken for a host or a port. */
const ENCODED = 'with each character of the password that is no letter or digit percent-encoded (@ as %40, / as %2F)'
const POSTGRES = `must be an address like postgres://user:password@host:5432/roost, ${ENCODED}`
const REDIS = `must be an address like redis://user:password@host:6379 (rediss:// for TLS), ${ENCODED}`
const HOSTS = 'names several hosts: name one address that always leads to the primary'

/** The modes that `pg` knows. It would take any other word for one of them without a complaint. */
const tlsModes = ['disable', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify']

export const databaseUrlField = v.pipe(
  v.string(),
  v.check((it) => !namesSeveralHosts(it), HOSTS),
  v.check((it) => isAddress(it, /^postgres(ql)?:$/, /^\/?[^/@]*$/), POSTGRES),
  v.check(
    (it) => [null, ...tlsModes].includes(URL.parse(it)?.searchParams.get('sslmode') ?? null),
    `sslmode must be ${tlsModes.slice(0, -1).join(', ')} or ${tlsModes.at(-1)}`,
  ),
)

/** Names one server, or any one of a cluster, and at most the number of a database. */
export const redisUrlField = v.pipe(
  v.string(),
  v.check((it) => isAddress(it, /^rediss?:$/, /^(\/\d*)?$/), REDIS),
)

/** An unescaped / ? or # in the password ends the host early, and the rest of the password lands in path, query or hash. */
function isAddress(text: string, protocol: RegExp, path: RegExp): boolean {
  const url = URL.parse(text)
  if (!url || !protocol.test(url.protocol) || !path.test(url.pathname)) return false
  return !url.hash && !url.search.includes('@') && isEncoded(url.username) && isEncoded(url.password)
}

function isEncoded(text: string): boolean {
  try {
    return decodeURIComponent(text) !== null
  } catch {
    return false
  }
}

function namesSeveralHosts(text: string): boolean {
  const [, hosts = ''] = /^[a-z]+:\/\/(?:[^/]*@)?([^/@]*)/.exec(text) ?? []
  return hosts.includes(',') || (URL.parse(text)?.searchParams.get('host')?.includes(',') ?? false)
}
