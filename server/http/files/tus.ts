import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { RoostError } from '../../../lib/protocol/error.ts'
import { limits } from '../../../lib/protocol/limits.ts'
import { uuidSchema } from '../../../lib/protocol/values/ids.ts'
import { isStorableText } from '../../../lib/protocol/values/text.ts'
import type { NewFile } from '../../core/ports/files.ts'
import type { HttpContext } from '../env.ts'

/** The headers of tus 1.0 (https://tus.io/protocols/resumable-upload). */

export const TUS_VERSION = '1.0.0'
export const TUS_EXTENSIONS = 'creation,creation-with-upload,checksum,termination,expiration'
export const TUS_ALGORITHMS = ['sha1', 'sha256'] as const
export const UPLOAD_TYPE = 'application/offset+octet-stream'

export interface Checksum {
  algorithm: (typeof TUS_ALGORITHMS)[number]
  digest: Buffer
}

export const speaksTus = (c: HttpContext) => c.req.header('tus-resumable') !== undefined

/** Reads `Upload-Length` and `Upload-Metadata`. @throws RoostError `invalid_request`. */
export function announcedFile(c: HttpContext): Omit<NewFile, 'now'> {
  const metadata = metadataIn(c.req.header('upload-metadata') ?? '')
  const fileId = fileIdIn(metadata.get('fileId'))
  const [type = '', name = ''] = [metadata.get('type'), metadata.get('name')]
  if (type.length > limits.contentTypeLength) throw wrong('Upload-Metadata', 'type is too long')
  if ([...name].length > limits.fileNameLength) throw wrong('Upload-Metadata', 'name is too long')
  return { fileId, size: numberIn(c, 'Upload-Length'), type, name }
}

function fileIdIn(text: string | undefined): string {
  if (v.is(uuidSchema, text)) return text
  throw wrong('Upload-Metadata', 'fileId must be a lower-case UUID')
}

/** A count in a header: plain digits. @throws RoostError `invalid_request`. */
export function numberIn(c: HttpContext, name: string): number {
  const text = c.req.header(name)
  if (text === undefined) throw wrong(name, 'is missing')
  const number = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN
  if (!Number.isSafeInteger(number)) throw wrong(name, 'must be a number of bytes')
  return number
}

/** undefined: the sender asks for no check. @throws RoostError `invalid_request`. */
export function checksumIn(c: HttpContext): Checksum | undefined {
  const text = c.req.header('upload-checksum')
  if (text === undefined) return undefined
  const [name = '', base64 = ''] = text.split(' ')
  const algorithm = TUS_ALGORITHMS.find((it) => it === name)
  if (!algorithm) throw wrong('Upload-Checksum', `must be of ${TUS_ALGORITHMS.join(' or ')}`)
  const digest = Buffer.from(base64, 'base64')
  if (digest.length !== createHash(algorithm).digest().length) throw wrong('Upload-Checksum', 'has a wrong length')
  return { algorithm, digest }
}

/** The same for a header of an answer. */
export function metadataOf({ fileId, type, name }: Pick<NewFile, 'fileId' | 'type' | 'name'>): string {
  const pairs = Object.entries({ fileId, type, name }).filter(([, value]) => value !== '')
  return pairs.map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(',')
}

function metadataIn(header: string): Map<string, string> {
  const metadata = new Map<string, string>()
  for (const pair of header.split(',')) {
    const [key = '', base64 = ''] = pair.trim().split(' ')
    if (metadata.has(key)) throw wrong('Upload-Metadata', 'has a key twice')
    metadata.set(key, decode(base64))
  }
  return metadata
}

function decode(base64: string): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(base64, 'base64'))
    if (isStorableText(text)) return text
  } catch {}
  throw wrong('Upload-Metadata', 'must be UTF-8 in base64')
}

const wrong = (header: string, reason: string) => new RoostError('invalid_request', `${header}: ${reason}`)
