import { useState } from 'react'
import type { Browser, KnownDevice, TabDevice } from '../../lib/browser/browser.ts'
import { useAction } from '../hooks/use-action.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/problem.tsx'
import { accountsOf } from '../words/account-words.ts'
import { AccountChoice } from './account-choice.tsx'
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
  const accounts = accountsOf(known)
  const [chosen, choose] = useState<string | null>(null)
  const account = accounts.length === 1 ? accounts[0]?.userId : (chosen ?? undefined)
  const join = useAction(async () => onDevice(await browser.joinAsNewDevice(name.trim(), account)))
  const open = useAction(async (deviceId: string) => onDevice(await browser.openDevice(deviceId)))

  return (
    <EntryFrame title="This tab can be a device of its own" lead={leadOf(accounts)}>
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault()
          void join.run()
        }}
      >
        {accounts.length > 1 ? <AccountChoice known={known} chosen={chosen} onChoose={choose} /> : null}
        <DeviceNameField value={name} onChange={setName} />
        <Problem>{join.problem}</Problem>
        <Button
          type="submit"
          look="primary"
          size="large"
          className="w-full"
          autoFocus
          busy={join.busy}
          disabled={!name.trim() || account === undefined}
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

function leadOf([account, second]: ReturnType<typeof accountsOf>): string {
  const whose = account?.email && !second ? ` of ${account.email}` : ''
  return `It gets its own copy of the inbox${whose} and its own name.`
}
