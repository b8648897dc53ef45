import { RefreshCw } from 'lucide-react'
import { Button } from '../ui/button.tsx'
import { status as english } from '../words/en/general/status.ts'
import { subject } from '../words/language/catalog.ts'
import { Strip } from './strip.tsx'

const say = subject('status', english)

/** It comes with the line itself: the server may have no file of this version any more. */
export function UpdateStrip() {
  return (
    <Strip
      tone="accent"
      icon={RefreshCw}
      action={
        <Button size="small" look="primary" onClick={() => location.reload()}>
          {say.reload}
        </Button>
      }
    >
      {say.newVersion}
    </Strip>
  )
}
