import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readConfig } from './config.ts'
import { ConfigError } from './config-error.ts'
import { readFlags } from './flags.ts'

test('an empty environment gives the defaults', () => {
  const defaults = {
    port: 3000,
    host: '127.0.0.1',
    dataDir: './data',
    databaseUrl: undefined,
    redisUrl: undefined,
    drainMs: 0,
    baseUrl: undefined,
    lan: false,
    lanAddress: undefined,
    allowedOrigins: [],
    signUp: 'first',
    authSecret: undefined,
    trustProxy: 0,
    rateLimit: true,
    retentionDays: 0,
    binDays: 7,
    fileMax: 100 * 1024 ** 2,
    quota: 5 * 1024 ** 3,
    tokenIdleDays: 365,
    metrics: false,
    metricsToken: undefined,
    logLevel: 'info',
    pages: true,
    dev: false,
    push: true,
    pushContact: undefined,
    vapidKey: undefined,
    warnings: [],
  }
  expect(readConfig({})).toEqual(defaults)
})

test.each([['--dev'], ['--lan'], ['--dev', '--lan', '--end-with=1,2']])('%j are flags', (...args) => {
  expect(readFlags(args)).toEqual({ dev: args.includes('--dev'), lan: args.includes('--lan') })
})

test('a flag that is none is refused by name', () => {
  expect(() => readFlags(['--end-with=1', '--lann'])).toThrow(/^--lann: is no flag/)
})

test.each(['PORT', 'HOST', 'BASE_URL', 'AUTH_SECRET_FILE', 'SIGNUP', 'ALLOWED_ORIGINS', 'METRICS_TOKEN'])(
  'an empty %s is refused',
  (name) => {
    const line = `${name}: is empty; give it a value, or leave it out`
    expect(() => readConfig({ [name]: '' })).toThrow(new ConfigError(line))
    expect(() => readConfig({ [name]: ' ' })).toThrow(new ConfigError(line))
  },
)

test('allowed origins are a list, each without its slash', () => {
  const { allowedOrigins } = readConfig({ ALLOWED_ORIGINS: 'https://app.example/, http://localhost:5173' })
  expect(allowedOrigins).toEqual(['https://app.example', 'http://localhost:5173'])
})

test.each(['*', 'https://*', 'https://*.example', 'https://a.example,', 'https://a.example/app', 'null', 'a.example'])(
  'ALLOWED_ORIGINS=%s is refused, and so is BASE_URL',
  (value) => {
    expect(() => readConfig({ ALLOWED_ORIGINS: value })).toThrow(/^ALLOWED_ORIGINS: must be web origins/)
    expect(() => readConfig({ BASE_URL: value })).toThrow(/^BASE_URL: must be an address/)
  },
)

test.each([
  [{ BASE_URL: 'https://roost.example/' }, { baseUrl: 'https://roost.example' }],
  [{ BASE_URL: 'HTTP://Roost.Example:80' }, { baseUrl: 'http://roost.example' }],
  [{ DATABASE_URL: 'postgres://roost@db/roost' }, { databaseUrl: 'postgres://roost@db/roost' }],
  [
    { DATABASE_URL: 'postgres://roost:p%40%2F@db/roost?sslmode=verify-full&sslrootcert=/ca.pem' },
    { databaseUrl: 'postgres://roost:p%40%2F@db/roost?sslmode=verify-full&sslrootcert=/ca.pem' },
  ],
  [
    { DATABASE_URL: 'postgres:///roost?host=/var/run/postgresql' },
    { databaseUrl: 'postgres:///roost?host=/var/run/postgresql' },
  ],
  [{ TRUST_PROXY: 'on' }, { trustProxy: 1 }],
  [{ TRUST_PROXY: '2' }, { trustProxy: 2 }],
  [{ RATE_LIMIT: 'off' }, { rateLimit: false }],
  [{ RETENTION_DAYS: '90' }, { retentionDays: 90 }],
  [{ TOKEN_IDLE_DAYS: '30' }, { tokenIdleDays: 30 }],
  [{ BIN_DAYS: '0' }, { binDays: 0 }],
  [
    { PAGES: 'off', PORT: '0' },
    { pages: false, port: 0 },
  ],
])('%j is %j', (env, expected) => {
  expect(readConfig(env)).toMatchObject(expected)
})

describe('a wrong value is refused in one line that names it', () => {
  test.each([
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['BASE_URL', 'roost.example'],
    ['BASE_URL', 'https://roost.example/inbox'],
    ['BASE_URL', 'ftp://roost.example'],
    ['BASE_URL', 'https://user@roost.example'],
    ['SIGNUP', 'yes'],
    ['AUTH_SECRET', 'short'],
    ['PUSH', 'yes'],
    ['PUSH_CONTACT', 'me'],
    ['PUSH_CONTACT', 'http://roost.example'],
    ['VAPID_KEY', 'short'],
    ['VAPID_KEY', 'A'.repeat(43)],
    ['TRUST_PROXY', 'maybe'],
    ['TRUST_PROXY', '11'],
    ['RATE_LIMIT', 'false'],
    ['RETENTION_DAYS', '1.5'],
    ['TOKEN_IDLE_DAYS', 'year'],
    ['BIN_DAYS', '-1'],
    ['DATABASE_URL', 'mysql://roost:secret@db/roost'],
    ['DATABASE_URL', 'db/roost'],
    ['REDIS_URL', 'http://:secret@bus'],
    ['REDIS_URL', 'redis://bus'],
    ['DATABASE_URL', 'postgres://db/roost?sslmode=bogus'],
    ['DATABASE_URL', 'postgres://roost@one:5432,two:5432/roost'],
    ['DATABASE_URL', 'postgres://roost@one,two/roost'],
    ['METRICS', 'yes'],
    ['METRICS_TOKEN', 'short'],
    ['LOG_LEVEL', 'loud'],
    ['DRAIN_SECONDS', '301'],
    ['PAGES', 'no'],
    ['AUTH_SECRET_FILE', '/nowhere'],
  ])('%s=%s', (name, value) => {
    const reading = () => readConfig({ [name]: value })
    expect(reading).toThrow(ConfigError)
    expect(reading).toThrow(new RegExp(`^${name}[^\n]+$`))
  })
})

test('several nodes share a database, a bus and an address, or there is no start', () => {
  const whole = { REDIS_URL: 'redis://bus', DATABASE_URL: 'postgres://db/roost', BASE_URL: 'https://roost.example' }
  expect(readConfig(whole)).toMatchObject({ redisUrl: 'redis://bus', drainMs: 5_000 })
  expect(() => readConfig({ ...whole, DATABASE_URL: undefined })).toThrow(/set DATABASE_URL/)
  expect(() => readConfig({ ...whole, BASE_URL: undefined })).toThrow(/set BASE_URL/)
  expect(readConfig({ ...whole, REDIS_URL: 'rediss://:p%2F@bus:6380/2' }).redisUrl).toBe('rediss://:p%2F@bus:6380/2')
  for (const REDIS_URL of ['redis://bus/abc', 'redis://:12/hidden@bus:6379', 'redis://:hidden%zz@bus']) {
    expect(() => readConfig({ ...whole, REDIS_URL })).toThrow(/^REDIS_URL: must be(?!.*hidden).*percent-encoded/)
  }
})

test('the address of a database is never shown: there is a password in it', () => {
  expect(() => readConfig({ DATABASE_URL: 'mysql://roost:hidden@db/roost' })).toThrow(/^(?!.*hidden)/)
  expect(() => readConfig({ REDIS_URL: 'http://roost:hidden@bus' })).toThrow(/^(?!.*hidden)/)
})

test.each([
  'postgres://roost:hid/den@db/roost',
  'postgres://roost:12/hidden@db/roost',
  'postgres://roost:12/hid@den@db/roost',
  'postgres://roost:12?hidden@db/roost',
  'postgres://roost:12#hidden@db/roost',
  'postgres://roost:hidden%zz@db/roost',
])('a password that is not percent-encoded is hinted at, and no piece of it shown: %s', (databaseUrl) => {
  const reading = () => readConfig({ DATABASE_URL: databaseUrl })
  expect(reading).toThrow(/^DATABASE_URL(?!.*(hid|den|zz)).*percent-encoded/)
})

test('a secret may stand in a file, but not in both places', () => {
  const dir = mkdtempSync(join(tmpdir(), 'roost-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  const file = join(dir, 'secret')
  const secret = 's'.repeat(40)
  writeFileSync(file, `${secret}\n`)
  expect(readConfig({ AUTH_SECRET_FILE: file }).authSecret).toBe(secret)
  expect(() => readConfig({ AUTH_SECRET_FILE: file, AUTH_SECRET: secret })).toThrow(/both set/)
})
