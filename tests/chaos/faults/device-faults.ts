import type { NodeDevice } from '../devices/node-device.ts'
import type { Tab } from '../devices/tab.ts'
import type { Fault } from './fault.ts'

const atOnce = (name: string, run: () => unknown): Fault => ({
  name,
  async begin() {
    await run()
    return undefined
  },
})

/** Faults of a tab and its browser. */
export function tabFaults(tab: Tab): Fault[] {
  const offline: Fault = {
    name: `tab offline (${tab.name})`,
    async begin() {
      await tab.goOffline()
      return tab.goOnline
    },
  }
  return [
    offline,
    atOnce(`worker killed (${tab.name})`, tab.stopWorker),
    atOnce(`tab crashed (${tab.name})`, tab.crash),
    atOnce(`tab reloaded (${tab.name})`, tab.reload),
  ]
}

export const programFaults = (device: NodeDevice): Fault[] => [
  atOnce(`program restarted (${device.name})`, device.restart),
]
