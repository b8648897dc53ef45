import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/problem.tsx'
import { TextField } from '../ui/text-field.tsx'
import { entry as english } from '../words/en/start/entry.ts'
import { subject } from '../words/language/catalog.ts'
import { EntryFrame } from './entry-frame.tsx'

const say = subject('entry', english)

interface EnterCodeProps {
  code: string
  busy: boolean
  problem: string | null
  onChange: (text: string) => void
  onSubmit: () => void
}

export function EnterCode({ code, busy, problem, onChange, onSubmit }: EnterCodeProps) {
  return (
    <EntryFrame title={say.codeTitle} lead={say.codeMeans}>
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        <TextField
          label={say.code}
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          required
          autoFocus
          className="font-mono tracking-[0.12em] uppercase"
          value={code}
          onChange={(event) => onChange(event.target.value)}
        />
        <Problem>{problem}</Problem>
        <Button type="submit" look="primary" size="large" className="w-full" busy={busy} disabled={code === ''}>
          {say.continue}
        </Button>
      </form>
      <p className="mt-5 text-center text-sm">
        <a className="rounded font-medium text-accent underline-offset-4 hover:underline" href="/">
          {say.goBack}
        </a>
      </p>
    </EntryFrame>
  )
}
