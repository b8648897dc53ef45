/**
 * The browsers of the tests: where each may be, and how to get it.
 * @typedef {object} Engine
 * @property {'chromium' | 'firefox'} name as Playwright calls it
 * @property {string} title
 * @property {string} variable names a program to use instead of all others
 * @property {string[]} programs
 * @property {string[]} places
 * @property {string[]} download arguments of Playwright's own installer
 * @property {Record<string, string> & { other: string }} packages by package manager
 */

/** @type {Engine} */
export const chromium = {
  name: 'chromium',
  title: 'Chromium',
  variable: 'ROOST_CHROMIUM',
  programs: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
  places: [
    '/usr/bin/chromium',
    '/usr/lib/chromium/chromium',
    '/opt/google/chrome/chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  download: ['--no-shell', 'chromium'],
  packages: { other: 'chromium' },
}

/** @type {Engine} */
export const firefox = {
  name: 'firefox',
  title: 'Firefox',
  variable: 'ROOST_FIREFOX',
  programs: ['firefox-esr', 'firefox'],
  places: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
  download: ['firefox'],
  packages: { 'apt-get': 'firefox-esr', zypper: 'MozillaFirefox', other: 'firefox' },
}
