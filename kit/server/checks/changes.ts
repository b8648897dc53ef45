import { demand, same } from '../../judge/demand.ts'
import { contentsOf, expectRefusal, expectRefused, expectStatus } from '../expect.ts'
import { MARK_TYPE } from '../wire.ts'
import { must } from './check.ts'

export const checks = [
  must(
    'EDIT.a-change-is-a-message',
    'An edit takes a version, and carries its target’s id and version.',
    async (kit) => {
      const post = await kit.desk.post('one')
      const edit = await kit.phone.post('two', { kind: 'edit', targetId: post.messageId })
      const [, stored] = (await kit.tablet.pull({ after: post.version - 1 })).messages
      same(
        [stored?.kind, stored?.targetId, stored?.targetVersion, stored?.content, stored?.version],
        ['edit', post.messageId, post.version, 'two', edit.version],
        'the edit as it is pulled',
      )
    },
  ),

  must('EDIT.a-delete-empties', 'A delete empties the post, its edits and its marks, also later ones.', async (kit) => {
    const post = await kit.desk.post('secret')
    const change = { targetId: post.messageId }
    await kit.desk.post('secret, edited', { ...change, kind: 'edit' })
    await kit.desk.post('{"note":"secret"}', { ...change, kind: 'mark', contentType: MARK_TYPE })
    await kit.desk.post('this text is dropped', { ...change, kind: 'delete' })
    await kit.phone.post('too late', { ...change, kind: 'edit' })
    await kit.phone.post('{"note":"late"}', { ...change, kind: 'mark', contentType: MARK_TYPE })
    const contents = contentsOf(await kit.tablet.history(post.version - 1))
    same(contents, ['', '', '', '', '', ''], 'the contents of a deleted post and its changes')
  }),

  must('EDIT.a-target-is-a-post', 'An edit of an edit, or with another receiver, is refused.', async (kit) => {
    const post = await kit.desk.post('one')
    const edit = await kit.desk.post('two', { kind: 'edit', targetId: post.messageId })
    const [ofEdit, elsewhere] = await kit.desk.send(
      { kind: 'edit', targetId: edit.messageId },
      { kind: 'edit', targetId: post.messageId, receiverDeviceId: kit.phone.deviceId },
    )
    expectRefused(ofEdit, 'invalid_request', 'an edit of an edit')
    expectRefused(elsewhere, 'invalid_request', 'an edit with another receiver')
  }),

  must('MARK.a-mark-is-a-message', 'A mark is stored like an edit; what is no mark is refused.', async (kit) => {
    kit.needs('marks')
    const post = await kit.desk.post('to be marked')
    const mark = (content: string, contentType = MARK_TYPE) => ({
      ...{ kind: 'mark', targetId: post.messageId, content, contentType },
    })
    await kit.phone.post(
      '{"pinned":true,"later":null,"n":1.5,"text":"x"}',
      mark('{"pinned":true,"later":null,"n":1.5,"text":"x"}'),
    )
    const bad = ['{}', '[]', 'true', '{"a":[1]}', '{"a":{}}', `{"a":"${'x'.repeat(101)}"}`, 'no json']
    const results = await kit.phone.send(...bad.map((it) => mark(it)), mark('{"pinned":true}', 'application/json'))
    for (const [n, it] of results.entries())
      expectRefused(it, 'invalid_request', `the mark ${bad[n] ?? 'of another type'}`)
    const long = `{"a":true${' '.repeat(1_024)}}`
    expectRefused((await kit.phone.send(mark(long)))[0], 'payload_too_large', 'a mark of more than 1 KiB')
  }),

  must(
    'READ.a-read-position-moves-forward-only',
    'readUpTo is one for all devices, and never past head.',
    async (kit) => {
      kit.needs('read')
      const { version } = await kit.desk.post('to be read')
      const read = (device: { token: string }, to: number) =>
        kit.http('POST', '/v1/read', { token: device.token, json: { version: to } })
      same((await read(kit.phone, version)).json, { readUpTo: version }, 'the answer to read')
      same((await read(kit.phone, version - 1)).json, { readUpTo: version }, 'the answer to read of an older version')
      same((await kit.tablet.inbox()).readUpTo, version, 'readUpTo on another device')
      same((await kit.tablet.inbox()).head, version, 'head: it costs no version')
      expectRefusal(await read(kit.phone, version + 1), 'history_forked', 'read past head')
    },
  ),

  must('READ.live-devices-are-told', 'A stream tells when readUpTo has moved.', async (kit) => {
    kit.needs('read')
    kit.needs('stream')
    const { version } = await kit.desk.post('to be read, live')
    const stream = await kit.tablet.stream({ after: version })
    try {
      await stream.next('hello')
      expectStatus(await kit.http('POST', '/v1/read', { token: kit.desk.token, json: { version } }), 200, 'read')
      for (;;) if ((await stream.next('inbox')).data.readUpTo >= version) break
    } finally {
      stream.close()
    }
  }),

  must(
    'DEVICES.a-list-names-them',
    'The list of devices has the fields of the page, and a new name shows there.',
    async (kit) => {
      const { deviceId } = kit.tablet
      const renamed = await kit.http('PATCH', `/v1/devices/${deviceId}`, {
        cookie: kit.cookie,
        json: { name: 'Kit: slate' },
      })
      same([renamed.status, renamed.json?.name], [200, 'Kit: slate'], 'the answer to a new name')
      const { json } = await kit.http('GET', '/v1/devices', { token: kit.desk.token })
      const it = json.devices.find((device: { deviceId: string }) => device.deviceId === deviceId)
      same([it?.name, it?.platform, it?.access], ['Kit: slate', 'roost-kit', 'full'], 'name, platform and access')
      const numbers = [it.createdAt, it.lastSeen, it.lastReceivedVersion, it.joinedAtVersion]
      demand(numbers.every(Number.isSafeInteger) && typeof it.online === 'boolean', 'the other fields of a device')
    },
  ),
]
