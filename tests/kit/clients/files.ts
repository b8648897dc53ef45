import { randomUUID } from 'node:crypto'
import type { HttpAnswer, HttpClient } from './http-client.ts'

export interface FileToSend {
  fileId?: string
  type?: string
  name?: string
}

export const UPLOAD_TYPE = 'application/offset+octet-stream'
const TUS = { 'Tus-Resumable': '1.0.0' }
const base64 = (text: string) => Buffer.from(text).toString('base64')

/** A device's uploads and downloads, as it speaks tus: nothing is retried or hidden. */
export function createFileClient(http: HttpClient, token: string) {
  const pathOf = (fileId: string) => `/v1/files/${fileId}`

  const files = {
    create(size: number, { fileId = randomUUID(), type, name }: FileToSend = {}, more: object = {}, body?: Uint8Array) {
      const pairs = Object.entries({ fileId, type, name }).filter(([, value]) => value !== undefined)
      const metadata = pairs.map(([key, value]) => `${key} ${base64(value as string)}`).join(',')
      const headers = { ...TUS, 'Upload-Length': String(size), 'Upload-Metadata': metadata, ...more }
      return http('POST', '/v1/files', { token, headers, ...(body && { body: body as Uint8Array<ArrayBuffer> }) })
    },
    patch(fileId: string, offset: number, body: BodyInit, more: object = {}): Promise<HttpAnswer> {
      const headers = { ...TUS, 'Upload-Offset': String(offset), 'Content-Type': UPLOAD_TYPE, ...more }
      return http('PATCH', pathOf(fileId), { token, headers, body })
    },
    look: (fileId: string) => http('HEAD', pathOf(fileId), { token, headers: TUS }),
    terminate: (fileId: string) => http('DELETE', pathOf(fileId), { token, headers: TUS }),
    get: (fileId: string, headers: Record<string, string> = {}) => http('GET', pathOf(fileId), { token, headers }),
    /** A whole file in two requests; returns its id. */
    async upload(bytes: Uint8Array | string, about: FileToSend = {}): Promise<string> {
      const fileId = about.fileId ?? randomUUID()
      const body = Buffer.from(bytes)
      const made = await files.create(body.length, { ...about, fileId })
      const put = body.length > 0 ? await files.patch(fileId, 0, body) : made
      if (put.status > 299) throw new Error(`${put.status} ${put.text}`)
      return fileId
    },
  }
  return files
}
