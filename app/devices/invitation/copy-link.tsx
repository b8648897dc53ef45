import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { dialogs as english } from '../../words/en/general/dialogs.ts'
import { subject } from '../../words/language/catalog.ts'

const say = subject('dialogs', english)

export function CopyLink({ url }: { url: string }) {
  const [copied, setCopied] = useState<string | null>(null)
  const done = copied === url
  return (
    <div className="flex items-center gap-2">
      <input
        readOnly
        aria-label={say.link}
        value={url}
        onFocus={(event) => event.target.select()}
        className="min-h-[max(1.875rem,var(--lean))] min-w-0 flex-1 truncate rounded-[9px] bg-sunken px-2.5 text-xs text-soft"
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
        {done ? say.copied : say.copyLink}
      </Button>
    </div>
  )
}
