import { KeyRound } from 'lucide-react'
import { Button } from '../ui/button.tsx'

interface PasskeyButtonProps {
  children: string
  busy: boolean
  onUse: () => void
}

/** Not shown where the browser has no passkeys, such as on a plain address without HTTPS. */
export function PasskeyButton({ children, busy, onUse }: PasskeyButtonProps) {
  if (!('PublicKeyCredential' in globalThis)) return null
  return (
    <Button className="w-full" busy={busy} onClick={onUse}>
      <KeyRound className="size-4" aria-hidden="true" />
      {children}
    </Button>
  )
}
