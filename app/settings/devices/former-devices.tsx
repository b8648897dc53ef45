import type { TabDevice } from '../../../lib/browser/browser.ts'
import { DeviceTile } from '../../devices/tile/device-tile.tsx'
import { useDeviceState } from '../../hooks/use-device-state.ts'
import { useNow } from '../../hooks/use-now.ts'
import { settings as english } from '../../words/en/settings/settings.ts'
import { subject } from '../../words/language/catalog.ts'
import { formatPast } from '../../words/time/time.ts'
import { Fact } from '../parts/fact.tsx'
import { Panel } from '../parts/panel.tsx'
import { Section } from '../parts/section.tsx'

const say = subject('settings', english)

export function FormerDevices({ device }: { device: TabDevice }) {
  const former = useDeviceState(device, (it) => it.former)
  const now = useNow(60_000)
  const text = say.devices
  if (former.length === 0) return null
  return (
    <Section title={text.former} lead={text.formerLead}>
      <Panel>
        <ul className="divide-y divide-line">
          {former.map((it) => (
            <li key={it.deviceId}>
              <Fact
                sign={<DeviceTile id={it.deviceId} size={32} />}
                title={it.name || text.noName}
                note={text.removed(formatPast(it.revokedAt, now))}
              />
            </li>
          ))}
        </ul>
      </Panel>
    </Section>
  )
}
