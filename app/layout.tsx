import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import './globals.css'

export const metadata: Metadata = {
  title: 'Roost',
  description: 'One inbox, in step on all of your devices, also the ones that were asleep.',
  applicationName: 'Roost',
  icons: {
    icon: [
      { url: '/icon.svg', type: 'image/svg+xml' },
      { url: '/icon-192.png', type: 'image/png', sizes: '192x192' },
    ],
    apple: '/apple-touch-icon.png',
  },
  appleWebApp: { capable: true, title: 'Roost', statusBarStyle: 'default' },
  // A phone must not turn the numbers in messages into links.
  formatDetection: { telephone: false, date: false, address: false, email: false },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fafcfd' },
    { media: '(prefers-color-scheme: dark)', color: '#0e1418' },
  ],
}

export default function Layout({ children }: { children: ReactNode }) {
  return (
    // The script below sets attributes before React looks.
    <html lang="en" suppressHydrationWarning>
      <head>
        {/* It has to run before the first paint, and the pages' policy allows only scripts with an address. */}
        <script src="/appearance.js" />
      </head>
      <body>{children}</body>
    </html>
  )
}
