/** The few parts of a service worker's global scope that we use. TypeScript's own types for it clash with the DOM's. */
export interface WorkerScope {
  addEventListener(type: 'install' | 'activate', listener: (event: WorkEvent) => void): void
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void
  addEventListener(type: 'message', listener: (event: MessageEvent & WorkEvent) => void): void
  addEventListener(type: 'sync' | 'periodicsync', listener: (event: SyncEvent) => void): void
  addEventListener(type: 'push' | 'pushsubscriptionchange', listener: (event: WorkEvent) => void): void
  addEventListener(type: 'notificationclick', listener: (event: NoticeEvent) => void): void
  skipWaiting(): Promise<void>
  clients: {
    claim(): Promise<void>
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<WindowClient[]>
    openWindow(address: string): Promise<unknown>
  }
  registration: ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } }
}

export interface WorkEvent extends Event {
  /** Keeps the worker alive until the promise settles; the browser may still kill it at any moment. */
  waitUntil(work: Promise<unknown>): void
}

export interface SyncEvent extends WorkEvent {
  tag: string
}

export interface NoticeEvent extends WorkEvent {
  notification: Notification
  /** The button that was pressed; '' for the notification itself. */
  action: string
}

export interface WindowClient {
  id: string
  focused: boolean
  visibilityState: DocumentVisibilityState
  focus(): Promise<unknown>
  postMessage(message: unknown): void
}

export interface FetchEvent extends WorkEvent {
  request: Request
  respondWith(response: Promise<Response>): void
}

export const scope = globalThis as unknown as WorkerScope
