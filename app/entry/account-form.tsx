import { useState } from 'react'
import { useAction } from '../hooks/use-action.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/problem.tsx'
import { TextField } from '../ui/text-field.tsx'
import { welcome as english } from '../words/en/start/welcome.ts'
import { subject } from '../words/language/catalog.ts'

const say = subject('welcome', english)

export interface Account {
  email: string
  password: string
}

interface AccountFormProps {
  purpose: 'signUp' | 'signIn'
  onSubmit: (account: Account) => Promise<void>
}

const PASSWORD_LENGTH = 8

export function AccountForm({ purpose, onSubmit }: AccountFormProps) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { run, busy, problem } = useAction(onSubmit)
  const isNew = purpose === 'signUp'

  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault()
        void run({ email: email.trim(), password })
      }}
    >
      <TextField
        label={say.email}
        placeholder={say.emailLike}
        type="email"
        name="email"
        autoComplete="username"
        inputMode="email"
        autoFocus
        required
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <TextField
        label={say.password}
        type="password"
        name="password"
        autoComplete={isNew ? 'new-password' : 'current-password'}
        minLength={isNew ? PASSWORD_LENGTH : undefined}
        hint={isNew ? say.passwordHint(PASSWORD_LENGTH) : undefined}
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Problem>{problem}</Problem>
      <Button type="submit" look="primary" size="large" className="w-full" busy={busy}>
        {isNew ? say.createAccount : say.signIn}
      </Button>
    </form>
  )
}
