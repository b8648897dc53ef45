import { Plus } from 'lucide-react'
import { Suspense, useRef, useState } from 'react'
import type { DeviceState } from '../../../lib/core/device-state.ts'
import { useDeviceState } from '../../hooks/use-device-state.ts'
import { useNow } from '../../hooks/use-now.ts'
import { Button } from '../../ui/button.tsx'
import { onDemand } from '../../ui/on-demand.ts'
import { asOfWords } from '../../words/devices/device-status.ts'
import { settings as english } from '../../words/en/settings/settings.ts'
import { subject } from '../../words/language/catalog.ts'
import { Panel } from '../parts/panel.tsx'
import { Section } from '../parts/section.tsx'
import type { SectionProps } from '../section-props.ts'
import { DeviceFact } from './device-fact.tsx'
import { FormerDevices } from './former-devices.tsx'
import { WaitingClaims } from './waiting-claims.tsx'

const say = subject('settings', english)

const AddDeviceDialog = onDemand(() => import('../../devices/invitation/add-device-dialog.tsx'))

const pick = ({ devices, deviceId, devicesAsOf }: DeviceState) => ({ devices, deviceId, devicesAsOf })

/** All devices of the account, this one first, with what is known of each. */
export default function DevicesSection({ device }: SectionProps) {
  const text = say.devices
  const { devices, deviceId, devicesAsOf } = useDeviceState(device, pick)
  const now = useNow(60_000)
  const addButton = useRef<HTMLButtonElement>(null)
  const [adding, setAdding] = useState(false)
  const ordered = devices.toSorted((a, b) => Number(b.deviceId === deviceId) - Number(a.deviceId === deviceId))
  const asOf = asOfWords(devicesAsOf, now)

  return (
    <>
      <Section title={text.title} lead={asOf === '' ? text.lead : `${text.lead} (${asOf})`}>
        <Panel>
          <ul data-focus-home className="divide-y divide-line">
            {ordered.map((info) => (
              <DeviceFact key={info.deviceId} device={device} info={info} />
            ))}
          </ul>
          <div className="py-3">
            <Button
              ref={addButton}
              size="small"
              aria-haspopup="dialog"
              {...AddDeviceDialog.onIntent}
              onClick={() => setAdding(true)}
            >
              <Plus className="size-4" aria-hidden="true" />
              {text.add}
            </Button>
          </div>
        </Panel>
      </Section>
      <WaitingClaims device={device} />
      <FormerDevices device={device} />
      <Suspense>
        {adding ? (
          <AddDeviceDialog device={device} devices={devices} returnTo={addButton} onClose={() => setAdding(false)} />
        ) : null}
      </Suspense>
    </>
  )
}
