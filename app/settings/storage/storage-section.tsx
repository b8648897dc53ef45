import { useSyncExternalStore } from 'react'
import { useDeviceState } from '../../hooks/use-device-state.ts'
import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { formatSize } from '../../words/bytes.ts'
import { settings as english } from '../../words/en/settings/settings.ts'
import { lan as lanEnglish } from '../../words/en/start/lan.ts'
import { keptWords } from '../../words/kept-words.ts'
import { subject } from '../../words/language/catalog.ts'
import { formatDate } from '../../words/time/time.ts'
import { Fact } from '../parts/fact.tsx'
import { Panel } from '../parts/panel.tsx'
import { Section } from '../parts/section.tsx'
import type { SectionProps } from '../section-props.ts'
import { showSection } from '../settings-address.ts'
import { useEstimate } from './use-estimate.ts'
import { useHeld } from './use-held.ts'

const say = subject('settings', english)
const lan = subject('lan', lanEnglish)

export default function StorageSection({ device }: SectionProps) {
  const text = say.storage
  const kept = useSyncExternalStore(device.watchStorageKept, device.storageKept, () => null)
  const inMemory = useDeviceState(device, (it) => it.storage.state === 'memory')
  const waiting = useDeviceState(device, (it) => it.outbox.filter((one) => one.status.state === 'waiting').length)
  const held = useHeld(device)
  const room = useEstimate()
  const keptNote = inMemory ? text.inMemory : kept === null ? text.keptUnknown : keptWords(kept)

  return (
    <Section title={text.title} lead={text.lead}>
      <Panel>
        {isSecureContext ? null : <Fact title={lan.notEncrypted} note={lan.notEncryptedMeans} />}
        <Fact title={text.kept} note={keptNote} />
        <div className="py-2.5">
          <Fact
            title={room ? text.used(formatSize(room.usage), formatSize(room.quota)) : text.usedTitle}
            note={room ? text.usedNote : text.noEstimate}
          />
          {room ? (
            <ProgressBar label={text.usedTitle} done={room.usage} total={room.quota} className="mb-2 h-2" />
          ) : null}
        </div>
        <Fact title={text.held} note={held ? heldWords(held) : text.counting} />
        <Fact title={text.waiting} note={text.waitingNote(waiting)} />
        <Fact title={text.free} note={text.freeNote(room?.messages === undefined ? null : formatSize(room.messages))}>
          <Button size="small" onClick={() => showSection('devices')}>
            {text.toDevices}
          </Button>
        </Fact>
      </Panel>
    </Section>
  )
}

function heldWords({ count, oldest, goneUpTo }: NonNullable<ReturnType<typeof useHeld>>): string {
  const text = say.storage
  const said = count === 0 ? text.heldNone : text.heldNote(count, oldest === null ? null : formatDate(oldest))
  return goneUpTo > 0 ? `${said}. ${text.gone(goneUpTo)}` : said
}
