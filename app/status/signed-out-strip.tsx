import { LogOut } from 'lucide-react'
import { Suspense, useRef, useState } from 'react'
import type { Browser, TabDevice } from '../../lib/browser/browser.ts'
import { Button } from '../ui/button.tsx'
import { onDemand } from '../ui/on-demand.ts'
import { status as english } from '../words/en/general/status.ts'
import { subject } from '../words/language/catalog.ts'
import { Strip } from './strip.tsx'

const say = subject('status', english)

const SignInDialog = onDemand(() => import('./sign-in-dialog.tsx'))

interface SignedOutStripProps {
  browser: Browser
  name: string
  onDevice: (device: TabDevice) => void
}

export default function SignedOutStrip({ browser, name, onDevice }: SignedOutStripProps) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <Strip
        tone="amber"
        icon={LogOut}
        action={
          <Button ref={button} size="small" look="primary" {...SignInDialog.onIntent} onClick={() => setOpen(true)}>
            {say.signIn}
          </Button>
        }
      >
        <b>{say.signedOut}</b> {say.signedOutMeans}
      </Strip>
      <Suspense>
        {open ? (
          <SignInDialog
            browser={browser}
            name={name}
            returnTo={button}
            onDevice={onDevice}
            onClose={() => setOpen(false)}
          />
        ) : null}
      </Suspense>
    </>
  )
}
