'use client'

import { useEffect, useState } from 'react'

const english = {
  title: 'Something went wrong',
  lead: 'Reload the page to go on. Nothing is lost.',
  reload: 'Reload',
}

/** Next shows this when a page throws. Every first visit loads it, so the other languages load when they are needed. */
export default function ErrorPage() {
  const [words, set] = useState(english)
  useEffect(() => {
    import('./words/error-words.ts').then(({ errorWords }) => {
      set(errorWords[document.documentElement.lang] ?? english)
    }, stayEnglish)
  }, [])
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <div className="w-full max-w-[22rem]">
        <h1 className="text-[1.75rem]/[1.2] font-semibold tracking-[-0.022em]">{words.title}</h1>
        <p className="mt-2.5 mb-8 text-soft">{words.lead}</p>
        <button
          type="button"
          onClick={() => location.reload()}
          className="h-12 w-full rounded-xl bg-accent font-medium text-on-accent hover:bg-accent-strong"
        >
          {words.reload}
        </button>
      </div>
    </main>
  )
}

/** The fault that broke the page may break this load, too. */
function stayEnglish() {}
