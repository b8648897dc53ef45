import type { NextConfig } from 'next'
import { sourcesHash } from './scripts/build/sources.mjs'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The same sources give the same files, and so the same worker.
  generateBuildId: () => sourcesHash().slice(0, 16),
  // `npm run check` checks the types, tests included. A person who only starts Roost need not wait for that.
  typescript: { ignoreBuildErrors: true },
  // A developer may open either name of this machine.
  allowedDevOrigins: ['localhost', '127.0.0.1'],
  async headers() {
    return [
      {
        // Next lets shared caches keep the pages for a year, but an update must show at once. ETags keep that cheap.
        source: '/:page(|pair)',
        headers: [{ key: 'Cache-Control', value: 'no-cache' }],
      },
      {
        source: '/sw.js',
        headers: [
          // A browser must see a new worker at once, not when a cache drops the old one.
          { key: 'Cache-Control', value: 'no-cache' },
          { key: 'Service-Worker-Allowed', value: '/' },
        ],
      },
    ]
  },
}

export default config
