import { useState } from 'react'
import type { Browser, KnownDevice, TabDevice } from '../../lib/browser/browser.ts'
import { useAction } from '../hooks/use-action.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/problem.tsx'
import { accountsOf } from '../words/account-words.ts'
import { browserWords } from '../words/devices/browser-words.ts'
import { entry as english } from '../words/en/start/entry.ts'
import { subject } from '../words/language/catalog.ts'
import { AccountChoice } from './account-choice.tsx'
import { DeviceNameField } from './device-name-field.tsx'
import { EntryFrame } from './entry-frame.tsx'
import { KnownDeviceList } from './known-device-list.tsx'

const say = subject('entry', english)

interface ChooseDeviceProps {
  browser: Browser
  known: readonly KnownDevice[]
  onDevice: (device: TabDevice) => void
  /** Checks again which devices are open in other tabs. */
  onRefresh: () => Promise<void>
}

/** Another tab of a browser that already holds devices. */
export default function ChooseDevice({ browser, known, onDevice, onRefresh }: ChooseDeviceProps) {
  const [name, setName] = useState(() => browser.suggestName(browserWords))
  const accounts = accountsOf(known)
  const [chosen, choose] = useState<string | null>(null)
  const account = accounts.length === 1 ? accounts[0]?.userId : (chosen ?? undefined)
  const join = useAction(async () => onDevice(await browser.joinAsNewDevice(name.trim(), account)))
  const open = useAction(async (deviceId: string) => onDevice(await browser.openDevice(deviceId)))

  return (
    <EntryFrame title={say.chooseTitle} lead={leadOf(accounts)}>
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
          {say.newDevice}
        </Button>
      </form>
      <section className="mt-9" aria-labelledby="go-on">
        <div className="flex items-baseline justify-between">
          <h2 id="go-on" className="text-sm font-medium">
            {say.goOnAs}
          </h2>
          <button
            type="button"
            className="rounded text-sm text-accent hover:underline"
            onClick={() => void onRefresh()}
          >
            {say.refresh}
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
  return account?.email && !second ? say.chooseMeansOf(account.email) : say.chooseMeans
}
