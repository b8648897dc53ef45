import { type ByLog, binOfLog, messagesOfLog, namingsOfLog, visibleOfLog, wakesOfLog } from './log-batches.ts'

/** A value in the form in which both sides are compared and sent: bytes as `\x…`, times as ISO text. */
export type Value = string | number | boolean | null
export type Row = readonly Value[]

type Kind = keyof typeof kinds

export interface Table {
  name: string
  /** The first so many columns are the key, in whose order the table is read. */
  key: number
  columns: Readonly<Record<string, Kind>>
  /** Only grows at its end while a server runs on SQLite, so a copy that was killed can go on from its end. */
  grows: boolean
  /** For tables that SQLite keeps in another shape. */
  byLog?: ByLog
}

const hex = (it: unknown) => Buffer.from(it as Uint8Array).toString('hex')
const bytes = (it: unknown) => `\\x${hex(it)}`
const uuid = (it: unknown) => hex(it).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')

export const kinds = {
  text: { type: 'text', fromSqlite: String, fromPostgres: String },
  uuid: { type: 'uuid', fromSqlite: uuid, fromPostgres: String },
  number: { type: 'bigint', fromSqlite: Number, fromPostgres: Number },
  boolean: { type: 'boolean', fromSqlite: (it: unknown) => it === 1, fromPostgres: Boolean },
  bytes: { type: 'bytea', fromSqlite: bytes, fromPostgres: bytes },
  time: {
    type: 'timestamptz',
    fromSqlite: (it: unknown) => new Date(it as string | number).toISOString(),
    fromPostgres: (it: unknown) => (it as Date).toISOString(),
  },
} satisfies Record<string, { type: string; fromSqlite(it: unknown): Value; fromPostgres(it: unknown): Value }>

/** In an order in which each comes after the tables that it refers to. */
export const tables: readonly Table[] = [
  {
    ...{ name: 'user', key: 1, grows: false },
    columns: {
      ...{ id: 'text', name: 'text', email: 'text', emailVerified: 'boolean', image: 'text' },
      ...{ createdAt: 'time', updatedAt: 'time', first: 'boolean' },
    },
  },
  {
    ...{ name: 'account', key: 1, grows: false },
    columns: {
      ...{
        id: 'text',
        accountId: 'text',
        providerId: 'text',
        userId: 'text',
        accessToken: 'text',
        refreshToken: 'text',
      },
      ...{
        idToken: 'text',
        accessTokenExpiresAt: 'time',
        refreshTokenExpiresAt: 'time',
        scope: 'text',
        password: 'text',
      },
      ...{ createdAt: 'time', updatedAt: 'time' },
    },
  },
  {
    ...{ name: 'session', key: 1, grows: false },
    columns: {
      ...{ id: 'text', expiresAt: 'time', token: 'text', createdAt: 'time', updatedAt: 'time', ipAddress: 'text' },
      ...{ userAgent: 'text', userId: 'text', epoch: 'number' },
    },
  },
  {
    ...{ name: 'verification', key: 1, grows: false },
    columns: {
      ...{ id: 'text', identifier: 'text', value: 'text', expiresAt: 'time', createdAt: 'time', updatedAt: 'time' },
    },
  },
  {
    ...{ name: 'passkey', key: 1, grows: false },
    columns: {
      ...{ id: 'text', name: 'text', publicKey: 'text', userId: 'text', credentialID: 'text', counter: 'number' },
      ...{ deviceType: 'text', backedUp: 'boolean', transports: 'text', createdAt: 'time', aaguid: 'text' },
    },
  },
  {
    ...{ name: 'log', key: 1, grows: false },
    columns: {
      user_id: 'text',
      head: 'number',
      digest: 'bytes',
      floor: 'number',
      floor_digest: 'bytes',
      read_up_to: 'number',
    },
  },
  { name: 'epoch', key: 1, grows: false, columns: { user_id: 'text', number: 'number', closed: 'boolean' } },
  {
    ...{ name: 'device', key: 2, grows: false },
    columns: {
      ...{
        user_id: 'text',
        device_id: 'text',
        name: 'text',
        platform: 'text',
        token_hash: 'bytes',
        created_at: 'number',
      },
      ...{ last_seen: 'number', last_received_version: 'number', revoked_at: 'number', access: 'text' },
      ...{ joined_at_version: 'number', offered_by: 'text' },
    },
  },
  {
    ...{ name: 'pairing', key: 1, grows: false },
    columns: {
      ...{ code_hash: 'bytes', user_id: 'text', device_id: 'text', expires_at: 'number', pairing_id: 'text' },
      ...{ confirm: 'boolean', access: 'text', state: 'text', claim_id: 'text', secret_hash: 'bytes' },
      ...{ check_digits: 'text', claim_name: 'text', claim_platform: 'text' },
    },
  },
  { name: 'believed_time', key: 1, grows: false, columns: { only_row: 'number', at: 'number' } },
  {
    ...{ name: 'message', key: 2, grows: true, byLog: messagesOfLog },
    columns: {
      ...{ user_id: 'text', version: 'number', message_id: 'uuid', sender: 'text', receiver: 'text', kind: 'text' },
      ...{
        target_version: 'number',
        target_sender: 'text',
        payload_hash: 'bytes',
        digest: 'bytes',
        timestamp: 'number',
      },
      ...{ deleted: 'boolean', content_bytes: 'number', json: 'text' },
    },
  },
  {
    ...{ name: 'visible', key: 3, grows: true, byLog: visibleOfLog },
    columns: { user_id: 'text', viewer: 'text', version: 'number' },
  },
  {
    ...{ name: 'bin', key: 2, grows: false, byLog: binOfLog },
    columns: { user_id: 'text', version: 'number', deleted_at: 'number', json: 'text' },
  },
  {
    ...{ name: 'activity', key: 2, grows: false },
    columns: { user_id: 'text', id: 'text', at: 'number', json: 'text' },
  },
  {
    ...{ name: 'file', key: 1, grows: false },
    columns: {
      ...{ file_id: 'text', user_id: 'text', uploader: 'text', size: 'number', received: 'number', sha256: 'text' },
      ...{ type: 'text', name: 'text', created_at: 'number', named: 'boolean', loose_since: 'number' },
    },
  },
  {
    ...{ name: 'naming', key: 3, grows: false, byLog: namingsOfLog },
    columns: { user_id: 'text', version: 'number', file_id: 'text' },
  },
  {
    ...{ name: 'subscription', key: 2, grows: false },
    columns: {
      ...{ user_id: 'text', device_id: 'text', endpoint: 'text', p256dh: 'text', auth: 'text', urgency: 'text' },
      ...{ due_at: 'number', tries: 'number' },
    },
  },
  {
    ...{ name: 'wake', key: 2, grows: false, byLog: wakesOfLog },
    columns: { user_id: 'text', version: 'number', level: 'number' },
  },
]

export const namesOf = ({ columns }: Table) => Object.keys(columns).map((name) => `"${name}"`)
export const keyOf = ({ key }: Table, row: Row): Row => row.slice(0, key)

/** Converts a row from one side, in the order of the columns. */
export function rowFrom(side: 'fromSqlite' | 'fromPostgres', { columns }: Table, values: readonly unknown[]): Row {
  return Object.values(columns).map((kind, n) => (values[n] === null ? null : kinds[kind][side](values[n])))
}
