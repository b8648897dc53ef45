import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { same } from '../../judge/demand.ts'
import { expectRefusal, expectStatus } from '../expect.ts'
import type { TestedServer } from '../tested-server.ts'
import { must } from './check.ts'

const TUS = { 'Tus-Resumable': '1.0.0' }
const base64 = (text: string) => Buffer.from(text).toString('base64')

/** Speaks tus as one device. */
function uploader({ http, desk }: TestedServer) {
  const { token } = desk
  return {
    announce: (fileId: string, length: number) =>
      http('POST', '/v1/files', {
        token,
        headers: {
          ...{ ...TUS, 'Upload-Length': String(length) },
          'Upload-Metadata': `fileId ${base64(fileId)},type ${base64('text/plain')},name ${base64('a.txt')}`,
        },
      }),
    append: (fileId: string, offset: number, body: Buffer<ArrayBuffer>, more: Record<string, string> = {}) =>
      http('PATCH', `/v1/files/${fileId}`, {
        ...{ token, body: new Uint8Array(body) },
        headers: {
          ...{ ...TUS, 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' },
          ...more,
        },
      }),
    offset: async (fileId: string) =>
      Number((await http('HEAD', `/v1/files/${fileId}`, { token, headers: TUS })).headers.get('Upload-Offset')),
  }
}

const bytes = randomBytes(50_000).map((it) => 97 + (it % 26)) as Buffer<ArrayBuffer>
const [first, second] = [bytes.subarray(0, 20_000), bytes.subarray(20_000)]

export const checks = [
  must(
    'P15.an-upload-goes-on-where-it-was-cut',
    'A file is whole for a device that sees a message which names it.',
    async (kit) => {
      kit.needs('files')
      const [up, fileId] = [uploader(kit), randomUUID()]
      expectStatus(await up.announce(fileId, bytes.length), 201, 'POST /v1/files')
      expectStatus(await up.announce(fileId, bytes.length), 201, 'the same announcement again')
      expectRefusal(await up.announce(fileId, 7), 'conflict', 'another length under the same id')
      await kit.desk.post('with a file', { files: [fileId] })
      expectStatus(await up.append(fileId, 0, first), 204, 'the first PATCH')
      same(await up.offset(fileId), first.length, 'Upload-Offset after the first part')
      expectRefusal(await up.append(fileId, 0, first), 'conflict', 'a PATCH at another offset')
      const path = `/v1/files/${fileId}`
      const early = await kit.http('GET', path, { token: kit.phone.token })
      expectRefusal(early, 'incomplete', 'GET of a file on its way')
      same([early.json.error.received, early.json.error.size], [first.length, bytes.length], 'received and size')
      expectStatus(await up.append(fileId, first.length, second), 204, 'the second PATCH')
      const got = await kit.http('GET', path, { token: kit.phone.token })
      same([got.status, got.text === bytes.toString()], [200, true], 'the file on another device')
      const sha256 = createHash('sha256').update(bytes)
      const etag = got.headers.get('ETag')?.replaceAll('"', '') ?? ''
      same([sha256.copy().digest('hex'), sha256.digest('base64url')].includes(etag), true, 'ETag is its SHA-256')
      const part = await kit.http('GET', path, { token: kit.phone.token, headers: { Range: 'bytes=10-19' } })
      same([part.status, part.text], [206, bytes.subarray(10, 20).toString()], 'a range of the file')
    },
  ),

  must(
    'P15.a-wrong-checksum-counts-no-byte',
    'A part with a wrong checksum is 460, and no byte of it counts.',
    async (kit) => {
      kit.needs('files')
      const [up, fileId] = [uploader(kit), randomUUID()]
      await up.announce(fileId, bytes.length)
      const wrong = { 'Upload-Checksum': `sha256 ${createHash('sha256').update('other').digest('base64')}` }
      same((await up.append(fileId, 0, first, wrong)).status, 460, 'the status of a wrong checksum')
      same(await up.offset(fileId), 0, 'Upload-Offset afterwards')
      const right = { 'Upload-Checksum': `sha256 ${createHash('sha256').update(first).digest('base64')}` }
      expectStatus(await up.append(fileId, 0, first, right), 204, 'a right checksum')
    },
  ),

  must(
    'P15.knowing-an-id-opens-nothing',
    'A file opens to devices that see a message which names it, and to nobody else.',
    async (kit) => {
      kit.needs('files')
      const [up, fileId] = [uploader(kit), randomUUID()]
      await up.announce(fileId, first.length)
      await up.append(fileId, 0, first)
      const path = `/v1/files/${fileId}`
      const get = (token: string) => kit.http('GET', path, { token })
      expectRefusal(await get(kit.phone.token), 'not_found', 'a file that no message names')
      await kit.desk.post('for the phone', { files: [fileId], receiverDeviceId: kit.phone.deviceId })
      expectStatus(await get(kit.phone.token), 200, 'the file for the receiver')
      expectRefusal(await get(kit.tablet.token), 'not_found', 'the file for a third device')
      expectRefusal(await get((await kit.stranger()).token), 'not_found', 'the file for another account')
      expectRefusal(await kit.http('GET', path), 'unauthenticated', 'the file without a token')
    },
  ),
]
