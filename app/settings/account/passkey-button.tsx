import { KeyRound } from 'lucide-react'
import { Button } from '../../ui/button.tsx'

interface PasskeyButtonProps {
  children: string
  busy: boolean
  onUse: () => void
}

/** A passkey belongs to a name: browsers refuse it at an IP address. */
const IP_ADDRESS = /^[\d.]+$|^\[/

/** Not shown where the browser has no passkeys, such as at an address without HTTPS. */
export function PasskeyButton({ children, busy, onUse }: PasskeyButtonProps) {
  if (!('PublicKeyCredential' in globalThis) || IP_ADDRESS.test(location.hostname)) return null
  return (
    <Button className="w-full" busy={busy} onClick={onUse}>
      <KeyRound className="size-4" aria-hidden="true" />
      {children}
    </Button>
  )
}
