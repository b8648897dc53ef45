import { fileURLToPath } from 'node:url'

/** The folder of the checkout, so that every script works from wherever it was called. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

/** The runtime that the project pins, whatever the machine has. */
export const node = `${root}/node_modules/.bin/node`
