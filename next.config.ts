import type { NextConfig } from 'next'
import { sourcesHash } from './scripts/sources.mjs'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The same sources give the same files, and so the same worker.
  generateBuildId: () => sourcesHash().slice(0, 16),
  // npm run check looks at the types, the tests' among them; whoever only starts Roost need not wait for that.
  typescript: { ignoreBuildErrors: true },
  // The development server is opened by either name of this machine.
  allowedDevOrigins: ['localhost', '127.0.0.1'],
  async headers() {
    return [
      {
        // Next would let shared caches keep the pages for a year: an update must show at once. ETags keep it cheap.
        source: '/:page(|pair)',
        headers: [{ key: 'Cache-Control', value: 'no-cache' }],
      },
      {
        source: '/sw.js',
        headers: [
          // A browser must see a new worker at once, not when a cache lets go of the old one.
          { key: 'Cache-Control', value: 'no-cache' },
          { key: 'Service-Worker-Allowed', value: '/' },
        ],
      },
    ]
  },
}

export default config
