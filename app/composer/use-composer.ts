import { useEffect, useRef, useState } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import type { DeviceState } from '../../lib/core/device-state.ts'
import type { Entry } from '../../lib/core/timeline/entry.ts'
import { limits } from '../../lib/protocol/limits.ts'
import { ALL } from '../../lib/protocol/values/ids.ts'
import { useRefusedFiles } from '../guards/use-refused-files.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { byteLength } from '../words/bytes.ts'
import { namesOf } from '../words/devices/device-names.ts'
import { sentenceLater } from '../words/sentence-later.ts'
import { useDraft } from './use-draft.ts'

const NO_FILES = 'Roost carries text and no files yet. Nothing was sent.'
const HALF =
  'This text holds half an emoji or another broken character, which cannot be sent. Delete it and type it again.'

const pickDevices = ({ devices, former, deviceId }: DeviceState) => ({ devices, former, deviceId })

export interface ComposerInput {
  device: TabDevice
  /** A failed message whose text comes back to be edited. */
  returned: Entry | null
  onSent: () => void
}

/** The composer's contents, and all that a person can do with them. */
export function useComposer({ device, returned, onSent }: ComposerInput) {
  const { devices, former, deviceId } = useDeviceState(device, pickDevices)
  const { text, receiver, kept, write, aim, insert, handOver } = useDraft(device)
  const [problem, setProblem] = useState<string | null>(null)
  /** The person turned away from this receiver last. */
  const [left, setLeft] = useState<string | null>(null)
  // A device that only sends receives nothing.
  const others = devices.filter((it) => it.deviceId !== deviceId && it.access !== 'send')
  const nameOf = (id: string) => others.find((it) => it.deviceId === id)?.name
  const receiverName = nameOf(receiver)
  const receiverGone = receiver !== ALL && receiverName === undefined
  const bytes = text.length * 3 < limits.contentBytes / 2 ? 0 : byteLength(text)
  const ready = text.trim() !== '' && bytes <= limits.contentBytes && !receiverGone

  useRefusedFiles(() => setProblem(NO_FILES))

  const takeBack = useRef((_: Entry) => {})
  takeBack.current = ({ id, to, content }) => {
    const next = to === ALL || nameOf(to) ? to : receiver
    // If the storage fails, the inbox says so, and the message stays where it is.
    insert(next, content).then(
      () => device.discard(id),
      () => {},
    )
  }
  useEffect(() => {
    if (returned) takeBack.current(returned)
  }, [returned])

  return {
    ...{ text, receiver, receiverName, receiverGone, others, kept, bytes, ready, problem },
    formerNameOf: namesOf({ devices, former }),
    write(next: string) {
      setProblem(null)
      write(next)
    },
    /** A text for a device that was removed goes along, as it can go nowhere else. */
    turnTo(next: string) {
      setLeft(receiver)
      aim(next, receiverGone)
    },
    /** The receiver whose text the person has left, while this one has none. */
    left: text === '' && left !== null && kept.includes(left) ? { name: left === ALL ? null : nameOf(left) } : null,
    bringAlong() {
      if (left === null) return
      aim(left)
      aim(receiver, true)
    },
    /** A fast writer does not wait for the message before: the device takes each one at once. */
    send() {
      if (!ready) return
      if (!text.isWellFormed()) return setProblem(HALF)
      setProblem(null)
      handOver((to, content) => device.compose({ receiverDeviceId: to, content }, true)).then(
        onSent,
        async (error: unknown) => setProblem(await sentenceLater(error)),
      )
    },
  }
}
