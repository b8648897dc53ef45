import { Button } from '../ui/button.tsx'
import { Notice } from './notice.tsx'

/** It is there from the beginning: the server may have no file of this version any more. */
export function UpdateNotice() {
  return (
    <Notice
      tone="accent"
      action={
        <Button size="small" look="primary" onClick={() => location.reload()}>
          Reload
        </Button>
      }
    >
      A new version is ready.
    </Notice>
  )
}
