import { Buffer } from 'node:buffer'

/**
 * Parameters that PostgreSQL reads without parsing: a list becomes the binary form of a one-dimensional array, which
 * `pg` sends as it is. https://github.com/postgres/postgres/blob/master/src/backend/utils/adt/arrayfuncs.c (array_recv)
 */

type List<T> = readonly (T | null)[]

/** PostgreSQL's numbers of the element types. */
const OID = { boolean: 16, bytea: 17, bigint: 20, integer: 23, text: 25, uuid: 2950 }
const HEADER_BYTES = 20
const LENGTH_BYTES = 4
const NULL_LENGTH = -1

export const booleans = (list: List<boolean>) =>
  fixed(OID.boolean, 1, list, (buffer, it, at) => buffer.writeUInt8(it ? 1 : 0, at))

export const integers = (list: List<number>) =>
  fixed(OID.integer, 4, list, (buffer, it, at) => buffer.writeInt32BE(it, at))

/** Safe integers from 0. */
export const bigints = (list: List<number>) =>
  fixed(OID.bigint, 8, list, (buffer, it, at) => {
    buffer.writeUInt32BE(Math.floor(it / 2 ** 32), at)
    buffer.writeUInt32BE(it % 2 ** 32, at + 4)
  })

/** In canonical form. */
export const uuids = (list: List<string>) =>
  fixed(OID.uuid, 16, list, (buffer, it, at) => buffer.write(it.replaceAll('-', ''), at, 'hex'))

export const texts = (list: List<string>) =>
  array(
    OID.text,
    list,
    (it) => Buffer.byteLength(it),
    (buffer, it, at) => buffer.write(it, at),
  )

export const bytes = (list: List<Uint8Array>) =>
  array(
    OID.bytea,
    list,
    (it) => it.byteLength,
    (buffer, it, at) => buffer.set(it, at),
  )

type Write<T> = (buffer: Buffer, it: T, at: number) => void

function fixed<T>(oid: number, size: number, list: List<T>, write: Write<T>): Buffer {
  return array(oid, list, () => size, write)
}

function array<T>(oid: number, list: List<T>, sizeOf: (it: T) => number, write: Write<T>): Buffer {
  const sizes = list.map((it) => (it === null ? NULL_LENGTH : sizeOf(it)))
  const content = sizes.reduce((sum, it) => sum + Math.max(it, 0), 0)
  const buffer = Buffer.allocUnsafe(HEADER_BYTES + LENGTH_BYTES * list.length + content)
  const header = [1, sizes.includes(NULL_LENGTH) ? 1 : 0, oid, list.length, 1]
  let at = 0
  for (const it of header) at = buffer.writeInt32BE(it, at)
  for (const [index, it] of list.entries()) {
    const size = sizes[index] as number
    at = buffer.writeInt32BE(size, at)
    if (it === null) continue
    write(buffer, it, at)
    at += size
  }
  return buffer
}
