import { MARK_CONTENT_TYPE } from '../../../lib/protocol/mark.ts'
import type { Kind } from './operation.ts'
import { nameOf, pickDevice } from './pick.ts'

/** Attempts by the holder of one device's token to reach data of others, and malformed calls. */
export const attacks: Record<string, Kind> = {
  forge: {
    weight: 6,
    async perform(world, draw) {
      const device = pickDevice(world, draw)
      const other = world.devices().find((it) => it.credentials.userId !== device?.credentials.userId)
      if (!device || !other || !world.host.isUp()) return
      const mother = world.host.mother()
      const me = await mother.authenticate(device.credentials.token)
      const theirs = (await other.disk.look((tables) => tables.pages.last([0, 0], [99, 1e15], 1)))[0]?.messages.at(-1)
      const { head } = await mother.hello(me)
      const messageId = world.newId()
      const targetId = theirs?.messageId ?? messageId
      const post = { messageId, receiverDeviceId: 'all', content: 'forged' }
      const pin = { contentType: MARK_CONTENT_TYPE, content: '{"pinned":true}' }
      const tries: (() => Promise<unknown>)[] = [
        () => mother.send(me, { messages: [{ ...post, receiverDeviceId: nameOf(other) }] }),
        () => mother.send(me, { messages: [{ ...post, kind: 'edit', targetId }] }),
        () => mother.send(me, { messages: [{ ...post, kind: 'delete', targetId }] }),
        () => mother.send(me, { messages: [{ ...post, kind: 'mark', targetId, ...pin }] }),
        () => mother.send(me, { messages: [{ ...post, messageId: targetId }] }),
        () => mother.send(me, { messages: [{ ...post, version: 1 }, 7, null, { messageId: 'x' }] }),
        () => mother.send(me, { messages: [] }),
        () => mother.acknowledge(me, { version: head + draw.int(1, 1_000) }),
        () => mother.acknowledge(me, { version: head, digest: 'not-a-digest-of-this-log' }),
        () => mother.pull(me, { after: head + draw.int(1, 1_000) }),
        () => mother.pull(me, { after: draw.int(0, head), digest: 'not-a-digest-of-this-log' }),
        () => mother.pull(me, { digest: 'x' }),
        () => mother.renameDevice(me.userId, nameOf(other), { name: 'mine now' }, me),
        () => mother.revokeDevice(me.userId, nameOf(other), me),
        () => mother.listDevices(me.userId, { deviceId: nameOf(other) }),
        () => mother.claimPairing({ code: '0000-0000', name: 'guess' }),
      ]
      await draw.pick(tries)()
    },
  },
}
