import { Suspense, useRef, useState } from 'react'
import type { Browser, TabDevice } from '../../lib/browser/browser.ts'
import { Button } from '../ui/button.tsx'
import { onDemand } from '../ui/on-demand.ts'
import { Notice } from './notice.tsx'

const SignInDialog = onDemand(() => import('./sign-in-dialog.tsx'))

interface SignedOutNoticeProps {
  browser: Browser
  name: string
  onDevice: (device: TabDevice) => void
}

export default function SignedOutNotice({ browser, name, onDevice }: SignedOutNoticeProps) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <Notice
        tone="amber"
        action={
          <Button ref={button} size="small" look="primary" {...SignInDialog.onIntent} onClick={() => setOpen(true)}>
            Sign in
          </Button>
        }
      >
        This device is signed out. What is here stays readable, and what you write waits. Sign in to go on.
      </Notice>
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
