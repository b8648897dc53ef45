import { useState } from 'react'
import type { Browser, KnownDevice, TabDevice } from '../../lib/browser/browser.ts'
import { useAction } from '../hooks/use-action.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/problem.tsx'
import { DeviceNameField } from './device-name-field.tsx'
import { EntryFrame } from './entry-frame.tsx'
import { KnownDeviceList } from './known-device-list.tsx'

interface ChooseDeviceProps {
  browser: Browser
  known: readonly KnownDevice[]
  onDevice: (device: TabDevice) => void
  /** Checks again which devices are open in other tabs. */
  onRefresh: () => Promise<void>
}

/** Another tab of a browser that already holds devices. */
export default function ChooseDevice({ browser, known, onDevice, onRefresh }: ChooseDeviceProps) {
  const [name, setName] = useState(() => browser.suggestName())
  const join = useAction(async () => onDevice(await browser.joinAsNewDevice(name.trim())))
  const open = useAction(async (deviceId: string) => onDevice(await browser.openDevice(deviceId)))

  return (
    <EntryFrame title="This tab can be a device of its own" lead="It gets its own copy of the inbox and its own name.">
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault()
          void join.run()
        }}
      >
        <DeviceNameField value={name} onChange={setName} />
        <Problem>{join.problem}</Problem>
        <Button
          type="submit"
          look="primary"
          size="large"
          className="w-full"
          autoFocus
          busy={join.busy}
          disabled={!name.trim()}
        >
          New device
        </Button>
      </form>
      <section className="mt-9" aria-labelledby="go-on">
        <div className="flex items-baseline justify-between">
          <h2 id="go-on" className="text-sm font-medium">
            Or go on as
          </h2>
          <button
            type="button"
            className="rounded text-sm text-accent hover:underline"
            onClick={() => void onRefresh()}
          >
            Refresh
          </button>
        </div>
        <KnownDeviceList known={known} busy={open.busy} onOpen={(deviceId) => void open.run(deviceId)} />
        <div className="mt-4">
          <Problem>{open.problem}</Problem>
        </div>
      </section>
    </EntryFrame>
  )
}
