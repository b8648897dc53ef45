import { Suspense, useRef, useState } from 'react'
import type { TabDevice } from '../../../lib/browser/browser.ts'
import { Button } from '../../ui/button.tsx'
import { onDemand } from '../../ui/on-demand.ts'
import { settings as english } from '../../words/en/settings/settings.ts'
import { subject } from '../../words/language/catalog.ts'

const say = subject('settings', english)

const SignOutDialog = onDemand(() => import('../../devices/sign-out-dialog.tsx'))

interface OwnActionsProps {
  device: TabDevice
  deviceId: string
  autoFocus: boolean
  onRename: () => void
}

/** The person's choices for the device that this tab is. */
export function OwnActions({ device, deviceId, autoFocus, onRename }: OwnActionsProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [leaving, setLeaving] = useState(false)
  return (
    <>
      <Button size="small" autoFocus={autoFocus} onClick={onRename}>
        {say.devices.rename}
      </Button>
      <Button
        ref={button}
        size="small"
        aria-haspopup="dialog"
        {...SignOutDialog.onIntent}
        onClick={() => setLeaving(true)}
      >
        {say.devices.signOut}
      </Button>
      <Suspense>
        {leaving ? (
          <SignOutDialog {...{ device, deviceId }} returnTo={button} onClose={() => setLeaving(false)} />
        ) : null}
      </Suspense>
    </>
  )
}
