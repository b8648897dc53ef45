import { useState } from 'react'
import type { Browser } from '../../lib/browser/browser.ts'
import { PasskeyButton } from '../account/passkey-button.tsx'
import { useAction } from '../hooks/use-action.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/problem.tsx'
import { AccountForm } from './account-form.tsx'
import { EntryFrame } from './entry-frame.tsx'

interface WelcomeProps {
  browser: Browser
  signUp: boolean | null
  onAccount: () => void
}

const leads = {
  signUp: 'Write on one, read it on every other, even if it was asleep.',
  signIn: 'Sign in to make this browser one of your devices.',
}

export default function Welcome({ browser, signUp, onAccount }: WelcomeProps) {
  const [purpose, setPurpose] = useState<'signUp' | 'signIn'>(signUp ? 'signUp' : 'signIn')

  const passkey = useAction(async () => {
    await browser.signInWithPasskey()
    onAccount()
  })

  return (
    <EntryFrame title="One inbox on all your devices" lead={leads[purpose]}>
      <AccountForm
        key={purpose}
        purpose={purpose}
        onSubmit={async (account) => {
          await browser[purpose](account)
          onAccount()
        }}
      />
      <div className="mt-5 text-center text-sm text-soft">
        {signUp === null ? <p>The server cannot be reached just now. Check the network, then reload.</p> : null}
        {signUp === false ? <p>This server takes no new accounts.</p> : null}
        {purpose === 'signIn' ? (
          <div className="mb-4 space-y-3">
            <Problem>{passkey.problem}</Problem>
            <PasskeyButton busy={passkey.busy} onUse={() => void passkey.run()}>
              Sign in with a passkey
            </PasskeyButton>
          </div>
        ) : null}
        {signUp ? (
          <p>
            {purpose === 'signUp' ? 'Have an account already?' : 'New here?'}{' '}
            <button
              type="button"
              className="rounded font-medium text-accent underline-offset-4 hover:underline"
              onClick={() => setPurpose(purpose === 'signUp' ? 'signIn' : 'signUp')}
            >
              {purpose === 'signUp' ? 'Sign in' : 'Create an account'}
            </button>
          </p>
        ) : null}
      </div>
      <div className="mt-8 border-t border-line pt-6">
        <Button className="w-full" onClick={() => location.assign('/pair')}>
          I have a code from another device
        </Button>
      </div>
    </EntryFrame>
  )
}
