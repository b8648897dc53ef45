import type { BatchSeen, HelloSeen, MessageSeen } from '../history/event.ts'
import type { CreateCheck } from './check.ts'
import { isVisible } from './model.ts'

/** 11. No call returns, pushes or counts anything of another user, or content addressed to another device. */
export const checkIsolated: CreateCheck = (model, report) => {
  function messages(user: string, device: string, list: readonly MessageSeen[], how: string): void {
    const branch = model.logs.find(user)?.branch ?? []
    for (const { version, messageId, senderDeviceId } of list) {
      if (!model.usersDevice(user, senderDeviceId))
        report(11, `${how} ${device} of ${user} a message of ${senderDeviceId}`)
      const node = branch[version]
      if (node?.message?.messageId !== messageId) continue
      if (!isVisible(node, device, (at) => branch[at])) report(11, `${how} ${device} version ${version}, not for it`)
    }
  }
  function devices(user: string, list: readonly { deviceId: string }[]): void {
    const other = list.find(({ deviceId }) => !model.usersDevice(user, deviceId))
    if (other) report(11, `${user} was shown ${other.deviceId}, which is another user's`)
  }
  function hello(user: string, it: HelloSeen): void {
    const log = model.logs.find(user)
    if (it.userId !== user || (log && it.head !== log.head.version && !log.branch[it.head])) {
      report(11, `${user} was greeted as ${it.userId} with head ${it.head}`)
    }
  }

  return {
    before(event) {
      if (event.type === 'emitted') {
        const to = model.connection(event.connection)
        if (!to) return
        if (event.event === 'batch') messages(to.user, to.device, event.payload.messages, 'a push brought')
        if (event.event === 'devices') devices(to.user, event.payload.devices)
        if (event.event === 'hello') hello(to.user, event.payload)
      }
      if (event.type === 'answer' && event.ok) {
        const call = model.call(event.id)
        if (call?.method === 'pull' && call.device) {
          messages(call.user, call.device, (event.result as BatchSeen).messages, 'a pull brought')
        }
        if (call?.method === 'listDevices')
          devices(call.user, (event.result as { devices: { deviceId: string }[] }).devices)
        if ((call?.method === 'renameDevice' || call?.method === 'revokeDevice') && call.user !== '') {
          const { deviceId } = call.payload as { deviceId: string }
          if (!model.usersDevice(call.user, deviceId))
            report(11, `${call.user} changed ${deviceId}, another user's device`)
        }
      }
    },
    after(event) {
      if (event.type !== 'commit') return
      for (const { user, added } of event.users) {
        const branch = model.logs.find(user)?.branch ?? []
        for (const { senderDeviceId, receiverDeviceId, targetVersion, version } of added) {
          if (receiverDeviceId !== 'all' && !model.usersDevice(user, receiverDeviceId)) {
            report(11, `version ${version} of ${user} is addressed to ${receiverDeviceId}, another user's device`)
          }
          const target = targetVersion === undefined ? undefined : branch[targetVersion]
          if (target && !isVisible(target, senderDeviceId, (at) => branch[at])) {
            report(11, `version ${version} of ${user} changes a message that its sender cannot see`)
          }
        }
      }
    },
  }
}
