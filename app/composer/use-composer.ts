import { useEffect, useMemo, useRef, useState } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import type { DeviceState } from '../../lib/core/device-state.ts'
import type { Entry } from '../../lib/core/timeline/entry.ts'
import type { DeviceInfo } from '../../lib/protocol/device.ts'
import { limits } from '../../lib/protocol/limits.ts'
import { ALL } from '../../lib/protocol/values/ids.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { byteLength } from '../words/byte-length.ts'
import { namesOf } from '../words/devices/device-names.ts'
import { composer as english } from '../words/en/inbox/composer.ts'
import { subject } from '../words/language/catalog.ts'
import { sentenceLater } from '../words/sentence-later.ts'
import type { Mention } from './mention/mention.ts'
import { withoutMention } from './mention/mention.ts'
import { type Receiver, receiversOf } from './receiver/receivers.ts'
import { useDraft } from './use-draft.ts'

const say = subject('composer', english)

const pickDevices = ({ devices, former, deviceId }: DeviceState) => ({ devices, former, deviceId })

export interface ComposerInput {
  device: TabDevice
  /** A failed message whose text comes back to be edited. */
  returned: Entry | null
  /** Whom the person has turned to outside of the composer; a new object asks again. */
  aim: { receiver: string } | null
  onSent: () => void
}

/** The composer's contents, and all that a person can do with them. */
export function useComposer({ device, returned, aim: asked, onSent }: ComposerInput) {
  const { devices, former, deviceId } = useDeviceState(device, pickDevices)
  const { text, receiver, kept, write, aim, insert, handOver } = useDraft(device)
  const [problem, setProblem] = useState<string | null>(null)
  const [picked, pick] = useState<readonly File[]>([])
  /** The person turned away from this receiver last. */
  const [left, setLeft] = useState<string | null>(null)
  const others = othersOf(devices, deviceId)
  const nameOf = (id: string) => others.find((it) => it.deviceId === id)?.name
  const receiverName = nameOf(receiver)
  const receiverGone = receiver !== ALL && receiverName === undefined
  const bytes = text.length * 3 < limits.contentBytes / 2 ? 0 : byteLength(text)
  const ready = (text.trim() !== '' || picked.length > 0) && bytes <= limits.contentBytes && !receiverGone

  function turnTo(next: string) {
    setLeft(receiver)
    aim(next, receiverGone)
  }
  const turn = useRef(turnTo)
  turn.current = turnTo
  useEffect(() => {
    if (asked) turn.current(asked.receiver)
  }, [asked])

  const nameOfAny = useMemo(() => namesOf({ devices, former }), [devices, former])
  const receivers: Receiver[] = useMemo(
    () => receiversOf({ chosen: receiver, others: othersOf(devices, deviceId), kept, nameOf: nameOfAny }),
    [receiver, devices, deviceId, kept, nameOfAny],
  )

  async function deliver(receiverDeviceId: string, content: string): Promise<void> {
    if (picked.length === 0) return device.compose({ receiverDeviceId, content }, true)
    await (await device.files()).send({ receiverDeviceId, text: content, picked: picked.slice(0, limits.files) }, true)
  }

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
    ...{ text, receiver, receiverName, receiverGone, receivers, bytes, ready, problem },
    /** The files that go with the text. */
    ...{ picked, pick },
    write(next: string) {
      setProblem(null)
      write(next)
    },
    /** The name after `@` goes from the text, which turns to that device. Returns where the caret is then. */
    aimByName(next: string, mention: Mention): number {
      const { text: rest, caret } = withoutMention(text, mention)
      write(rest)
      aim(next, rest.trim() !== '')
      return caret
    },
    /** A text for a device that was removed goes along, as it can go nowhere else. */
    turnTo,
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
      if (!text.isWellFormed()) return setProblem(say.halfCharacter)
      setProblem(null)
      pick([])
      handOver(deliver).then(onSent, async (error: unknown) => {
        pick((since) => [...picked, ...since])
        setProblem(await sentenceLater(error))
      })
    },
  }
}

/** A device that only sends receives nothing. */
const othersOf = (devices: readonly DeviceInfo[], deviceId: string) =>
  devices.filter((it) => it.deviceId !== deviceId && it.access !== 'send')
