import * as v from 'valibot'
import { explain } from '../../lib/protocol/values/parse.ts'
import { databaseUrlField, redisUrlField } from './addresses.ts'
import { ConfigError } from './config-error.ts'
import {
  baseUrlField,
  binDaysField,
  contactField,
  daysField,
  drainField,
  idleDaysField,
  ipField,
  originsField,
  portField,
  proxiesField,
  sizeField,
  switchField,
  vapidKeyField,
} from './fields.ts'
import { nearMisses } from './near-misses.ts'
import { type Environment, secret } from './secret.ts'

const schema = v.object({
  PORT: v.optional(portField, '3000'),
  HOST: v.optional(v.string(), '127.0.0.1'),
  DATA_DIR: v.optional(v.string(), './data'),
  DATABASE_URL: v.optional(databaseUrlField),
  REDIS_URL: v.optional(redisUrlField),
  BASE_URL: v.optional(baseUrlField),
  LAN_ADDRESS: v.optional(ipField),
  ALLOWED_ORIGINS: v.optional(originsField),
  SIGNUP: v.optional(v.picklist(['first', 'open', 'closed'], 'must be "first", "open" or "closed"'), 'first'),
  AUTH_SECRET: v.optional(v.pipe(v.string(), v.minLength(32, 'must have at least 32 characters'))),
  PUSH: v.optional(switchField, 'on'),
  PUSH_CONTACT: v.optional(contactField),
  VAPID_KEY: v.optional(vapidKeyField),
  TRUST_PROXY: v.optional(proxiesField, 'off'),
  RATE_LIMIT: v.optional(switchField, 'on'),
  DRAIN_SECONDS: v.optional(drainField, '5'),
  RETENTION_DAYS: v.optional(daysField, '0'),
  BIN_DAYS: v.optional(binDaysField, '7'),
  FILE_MAX: v.optional(sizeField, '100 MiB'),
  QUOTA: v.optional(sizeField, '5 GiB'),
  TOKEN_IDLE_DAYS: v.optional(idleDaysField, '365'),
  METRICS: v.optional(switchField, 'off'),
  METRICS_TOKEN: v.optional(v.pipe(v.string(), v.minLength(16, 'must have at least 16 characters'))),
  LOG_LEVEL: v.optional(
    v.picklist(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'must be trace, debug, info, warn, error, fatal or silent',
    ),
    'info',
  ),
  /** `off`: the protocol without the pages; for tests, for nodes beside others, and for scripts as the only devices. */
  PAGES: v.optional(switchField, 'on'),
})

/** Secrets can come from a file instead, named by NAME_FILE. */
const secretNames = ['AUTH_SECRET', 'DATABASE_URL', 'METRICS_TOKEN', 'REDIS_URL', 'VAPID_KEY']
const names = [...Object.keys(schema.entries), ...secretNames.map((name) => `${name}_FILE`)]

export interface Config {
  port: number
  host: string
  dataDir: string
  /** postgres://…; undefined: SQLite in dataDir. */
  databaseUrl: string | undefined
  /** redis://…; undefined: this is the only node. */
  redisUrl: string | undefined
  /** How long this node answers after it was told to stop, while others take over; 0 when it is the only one. */
  drainMs: number
  /** An origin; undefined: this machine only, at the port it listens on. */
  baseUrl: string | undefined
  /** Opens a second way in, from the local network. */
  lan: boolean
  /** By which address the local network reaches this machine; undefined: found. */
  lanAddress: string | undefined
  /** Web origins elsewhere that may call with a token. */
  allowedOrigins: readonly string[]
  signUp: 'first' | 'open' | 'closed'
  /** undefined: made once and stored in dataDir. */
  authSecret: string | undefined
  /** The server may send Web Push. */
  push: boolean
  /** Where push services reach the operator; undefined: at BASE_URL. */
  pushContact: string | undefined
  /** Signs what goes to push services, a private key in base64url; undefined: made once and stored in dataDir. */
  vapidKey: string | undefined
  /** How many proxies stand in front. */
  trustProxy: number
  rateLimit: boolean
  /** 0: messages never expire. */
  retentionDays: number
  /** How long deleted texts wait in the bin; 0: not at all. */
  binDays: number
  /** Bytes of one file; 0: the server takes none. */
  fileMax: number
  /** Bytes of all files of an account. */
  quota: number
  /** A device that was silent for so long has to pair again; 0: never. */
  tokenIdleDays: number
  metrics: boolean
  /** Lets its holder read the metrics; undefined: only this machine may. */
  metricsToken: string | undefined
  logLevel: string
  pages: boolean
  dev: boolean
  /** Warnings for the operator, one line each; none of them keeps Roost from starting. */
  warnings: readonly string[]
}

/** Reads the settings from the environment. @throws ConfigError: one line that names the variable. */
export function readConfig(env: Environment, { dev = false, lan = false } = {}): Config {
  refuseEmpty(env)
  const given = Object.fromEntries(Object.keys(schema.entries).map((name) => [name, env[name]]))
  const secrets = Object.fromEntries(secretNames.map((name) => [name, secret(env, name)]))
  const result = v.safeParse(schema, { ...given, ...secrets }, { abortEarly: true })
  if (!result.success) throw new ConfigError(explain(result.issues[0]))
  const it = result.output
  refuseLonelyRedis(it)
  return {
    port: it.PORT,
    host: it.HOST,
    dataDir: it.DATA_DIR,
    databaseUrl: it.DATABASE_URL,
    redisUrl: it.REDIS_URL,
    drainMs: it.REDIS_URL === undefined ? 0 : it.DRAIN_SECONDS * 1_000,
    baseUrl: it.BASE_URL,
    lan,
    lanAddress: it.LAN_ADDRESS,
    allowedOrigins: it.ALLOWED_ORIGINS ?? [],
    signUp: it.SIGNUP,
    authSecret: it.AUTH_SECRET,
    push: it.PUSH,
    pushContact: it.PUSH_CONTACT,
    vapidKey: it.VAPID_KEY,
    trustProxy: it.TRUST_PROXY,
    rateLimit: it.RATE_LIMIT,
    retentionDays: it.RETENTION_DAYS,
    binDays: it.BIN_DAYS,
    fileMax: it.FILE_MAX,
    quota: it.QUOTA,
    tokenIdleDays: it.TOKEN_IDLE_DAYS,
    metrics: it.METRICS,
    metricsToken: it.METRICS_TOKEN,
    logLevel: it.LOG_LEVEL,
    pages: it.PAGES,
    dev,
    warnings: nearMisses(env, names),
  }
}

/** `PORT=` is more likely a script whose own variable was empty than the wish for the default. */
function refuseEmpty(env: Environment): void {
  const empty = names.find((name) => env[name]?.trim() === '')
  if (empty !== undefined) throw new ConfigError(`${empty}: is empty; give it a value, or leave it out`)
}

/** Nodes on one bus must share the database and the address, too, or they are not one Roost. */
function refuseLonelyRedis(it: v.InferOutput<typeof schema>): void {
  if (it.REDIS_URL === undefined) return
  if (it.DATABASE_URL === undefined)
    throw new ConfigError('REDIS_URL: is for several nodes, which need one database: set DATABASE_URL as well')
  if (it.BASE_URL === undefined)
    throw new ConfigError('REDIS_URL: is for several nodes, which people find at one address: set BASE_URL as well')
}
