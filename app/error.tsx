'use client'

/** Next shows this when a page throws. Every first visit loads it, so it uses no other part of the app. */
export default function ErrorPage() {
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <div className="w-full max-w-[22rem]">
        <h1 className="text-[1.75rem]/[1.2] font-semibold tracking-[-0.022em]">Something went wrong</h1>
        <p className="mt-2.5 mb-8 text-soft">Reload the page to go on. Nothing is lost.</p>
        <button
          type="button"
          onClick={() => location.reload()}
          className="h-12 w-full rounded-xl bg-accent font-medium text-on-accent hover:bg-accent-strong"
        >
          Reload
        </button>
      </div>
    </main>
  )
}
