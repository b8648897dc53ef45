import { createObservable } from '../../lib/core/observable.ts'

/** Chromium's browsers send it once, early, where the app can be installed and is not. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>
}

const offer = createObservable<{ prompt: InstallPrompt | null }>({ prompt: null })

export const installOffer = {
  get: () => offer.get().prompt,
  watch: (listener: () => void) => offer.subscribe(listener),
}

if (typeof window !== 'undefined') {
  addEventListener('beforeinstallprompt', (event) => {
    // The browser would show a bar of its own, before the person knows what Roost is.
    event.preventDefault()
    offer.set({ prompt: event as InstallPrompt })
  })
  addEventListener('appinstalled', () => offer.set({ prompt: null }))
}

/** The browser asks the person. An offer works once. */
export async function install(): Promise<void> {
  const prompt = offer.get().prompt
  offer.set({ prompt: null })
  await prompt?.prompt()
}
