import { ArrowUp } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import type { DeviceState } from '../../lib/core/device-state.ts'
import { ALL } from '../../lib/protocol/ids.ts'
import { limits } from '../../lib/protocol/limits.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { useMedia } from '../hooks/use-media.ts'
import { keyOf } from '../keys/keys.ts'
import { Problem } from '../ui/problem.tsx'
import { byteLength } from '../words/bytes.ts'
import { sentenceOf } from '../words/sentence.ts'
import { KeptNote } from './kept-note.tsx'
import { ReceiverPicker } from './receiver-picker.tsx'
import { SizeNote } from './size-note.tsx'
import { useAutosize } from './use-autosize.ts'
import { useDraft } from './use-draft.ts'

const pickDevices = ({ devices, deviceId }: DeviceState) => ({ devices, deviceId })

interface ComposerProps {
  device: TabDevice
  onSent: () => void
}

export function Composer({ device, onSent }: ComposerProps) {
  const { devices, deviceId } = useDeviceState(device, pickDevices)
  const { text, receiver, kept, write, aim, handOver } = useDraft(device)
  const [problem, setProblem] = useState<string | null>(null)
  /** The person turned away from this receiver last. */
  const [left, setLeft] = useState<string | null>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const touch = useMedia('(pointer: coarse)')
  const others = devices.filter((it) => it.deviceId !== deviceId)
  const nameOf = (id: string) => others.find((it) => it.deviceId === id)?.name
  const receiverName = nameOf(receiver)
  const bytes = text.length * 3 < limits.contentBytes / 2 ? 0 : byteLength(text)
  const receiverGone = receiver !== ALL && receiverName === undefined
  const ready = text.trim() !== '' && bytes <= limits.contentBytes && !receiverGone

  useAutosize(area, text)
  useEffect(() => area.current?.focus(), [])

  /** A fast writer does not wait for the message before: the device takes each one at once. */
  function send() {
    area.current?.focus()
    if (!ready) return
    setProblem(null)
    handOver((to, content) => device.compose({ receiverDeviceId: to, content }, true)).then(onSent, (error: unknown) =>
      setProblem(sentenceOf(error)),
    )
  }

  /** A text for a device that was removed goes along, as it can go nowhere else. */
  function turnTo(next: string) {
    setLeft(receiver)
    aim(next, receiverGone)
    area.current?.focus()
  }

  function bring(from: string) {
    const to = receiver
    aim(from)
    aim(to, true)
    area.current?.focus()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (keyOf(event) !== 'Enter') return
    // Where people type on the screen, Enter begins a new line. A keyboard there still has Ctrl or Cmd.
    const sends = event.ctrlKey || event.metaKey || !(touch || event.shiftKey)
    if (!sends) return
    event.preventDefault()
    send()
  }

  return (
    <form
      aria-label="New message"
      className="mx-auto w-full max-w-3xl space-y-2 px-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:px-6 sm:pb-5"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Problem>{problem}</Problem>
      <div className="rounded-2xl border border-edge/70 bg-raised shadow-lift transition-colors focus-within:border-accent/60">
        <textarea
          ref={area}
          aria-label="Message"
          dir="auto"
          rows={1}
          placeholder={receiverName ? `Write to ${receiverName}` : 'Write to all your devices'}
          enterKeyHint={touch ? 'enter' : 'send'}
          value={text}
          onChange={(event) => write(event.target.value)}
          onKeyDown={onKeyDown}
          className="scroll-quiet block field-sizing-content max-h-[40dvh] min-h-11 w-full resize-none overflow-y-auto bg-transparent px-4 pt-3 pb-1 text-[0.9375rem]/[1.5] wrap-anywhere placeholder:text-faint focus-visible:outline-none"
        />
        {receiverGone ? (
          <p className="px-4 pb-1 text-xs text-danger">That device was removed. Choose who gets it.</p>
        ) : (
          <SizeNote bytes={bytes} />
        )}
        {text === '' && left !== null && kept.includes(left) ? (
          <KeptNote from={left === ALL ? 'all devices' : nameOf(left)} onMove={() => bring(left)} />
        ) : null}
        <div className="flex items-center gap-2 ps-1.5 pe-2 pb-2">
          <ReceiverPicker value={receiver} others={others} kept={kept} onChange={turnTo} />
          <div className="flex-1" />
          <button
            type="submit"
            aria-label="Send"
            title={touch ? 'Send (Ctrl+Enter)' : 'Send (Enter)'}
            aria-disabled={!ready}
            className={`grid size-8 shrink-0 place-items-center rounded-full transition-colors pointer-coarse:size-11 ${ready ? 'bg-accent text-on-accent hover:bg-accent-strong' : 'bg-ink/8 text-faint'}`}
          >
            <ArrowUp className="size-[18px]" strokeWidth={2.4} aria-hidden="true" />
          </button>
        </div>
      </div>
    </form>
  )
}
