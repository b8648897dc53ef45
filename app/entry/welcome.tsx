import { useState } from 'react'
import type { Browser } from '../../lib/browser/browser.ts'
import { useAction } from '../hooks/use-action.ts'
import { PasskeyButton } from '../settings/account/passkey-button.tsx'
import { Problem } from '../ui/problem.tsx'
import { welcome as english } from '../words/en/start/welcome.ts'
import { subject } from '../words/language/catalog.ts'
import { AccountForm } from './account-form.tsx'
import { EntryFrame } from './entry-frame.tsx'
import { invitationIn } from './invitation-in.ts'

interface WelcomeProps {
  browser: Browser
  signUp: boolean | null
  onAccount: () => void
}

const say = subject('welcome', english)

export default function Welcome({ browser, signUp, onAccount }: WelcomeProps) {
  const [invitation] = useState(() => invitationIn(location.hash))
  const maySignUp = signUp || invitation !== undefined
  const [purpose, setPurpose] = useState<'signUp' | 'signIn'>(maySignUp ? 'signUp' : 'signIn')

  /** A used invitation is of no use in the address. */
  function arrive() {
    if (invitation !== undefined) history.replaceState(null, '', '/')
    onAccount()
  }

  const passkey = useAction(async () => {
    await browser.signInWithPasskey()
    arrive()
  })

  return (
    <EntryFrame
      title={say.title}
      lead={purpose === 'signIn' ? say.signInMeans : invitation === undefined ? say.signUpMeans : say.invitedMeans}
      foot={say.ownServer(location.host)}
    >
      <AccountForm
        key={purpose}
        purpose={purpose}
        onSubmit={async (account) => {
          await (purpose === 'signUp' ? browser.signUp({ ...account, invitation }) : browser.signIn(account))
          arrive()
        }}
      />
      {maySignUp ? null : (
        <p className="mt-4 text-sm text-soft">{signUp === null ? say.noAnswer : say.noNewAccounts}</p>
      )}
      {purpose === 'signIn' ? (
        <div className="mt-3 space-y-3">
          <Problem>{passkey.problem}</Problem>
          <PasskeyButton busy={passkey.busy} onUse={() => void passkey.run()}>
            {say.usePasskey}
          </PasskeyButton>
        </div>
      ) : null}
      <p className="mt-5 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {maySignUp ? (
          <button
            type="button"
            className="text-link"
            onClick={() => setPurpose(purpose === 'signUp' ? 'signIn' : 'signUp')}
          >
            {purpose === 'signUp' ? say.haveAccount : say.newHere}
          </button>
        ) : null}
        <a className="text-link" href="/pair">
          {say.haveCode}
        </a>
      </p>
    </EntryFrame>
  )
}
