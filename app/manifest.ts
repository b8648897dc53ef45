import type { MetadataRoute } from 'next'

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
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  }
}
