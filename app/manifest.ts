import type { MetadataRoute } from 'next'
import { shareFields } from './share/share-fields.ts'

const SHORTCUT_ICONS = [{ src: '/icon-192.png', sizes: '192x192', type: 'image/png' }]
const LABEL = 'The inbox: messages of four devices, and who has each of them'

/** Served at /manifest.webmanifest: a browser reads it to install the app. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/',
    name: 'Roost',
    short_name: 'Roost',
    description: 'One inbox, in step on all of your devices, also the ones that were asleep.',
    lang: 'en',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#fafcfd',
    theme_color: '#0d5f73',
    categories: ['productivity', 'utilities'],
    // Something that is shared goes to the window that is open.
    launch_handler: { client_mode: ['navigate-existing', 'auto'] },
    share_target: {
      action: '/',
      method: 'GET',
      params: shareFields,
    },
    shortcuts: [
      { name: 'Pinned messages', short_name: 'Pinned', url: '/#pinned', icons: SHORTCUT_ICONS },
      { name: 'Your devices', short_name: 'Devices', url: '/#settings/devices', icons: SHORTCUT_ICONS },
    ],
    screenshots: [
      { src: '/screenshots/wide.png', sizes: '1440x900', type: 'image/png', form_factor: 'wide', label: LABEL },
      { src: '/screenshots/narrow.png', sizes: '780x1688', type: 'image/png', form_factor: 'narrow', label: LABEL },
    ],
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  }
}
