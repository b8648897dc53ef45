import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'

export function CopyLink({ url }: { url: string }) {
  const [copied, setCopied] = useState<string | null>(null)
  const done = copied === url
  return (
    <div className="flex items-center gap-2">
      <input
        readOnly
        aria-label="Link"
        value={url}
        onFocus={(event) => event.target.select()}
        className="h-8 min-w-0 flex-1 truncate rounded-lg border border-line bg-ground px-2.5 text-xs text-soft pointer-coarse:h-10"
      />
      <Button
        size="small"
        onClick={() => {
          // A browser may refuse the clipboard. The person can still select the link in its field.
          navigator.clipboard?.writeText(url).then(
            () => setCopied(url),
            () => setCopied(null),
          )
        }}
      >
        {done ? (
          <Check className="size-3.5 text-accent" aria-hidden="true" />
        ) : (
          <Copy className="size-3.5" aria-hidden="true" />
        )}
        {done ? 'Copied' : 'Copy'}
      </Button>
    </div>
  )
}
