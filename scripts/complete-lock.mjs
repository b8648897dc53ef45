import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { root } from './paths.mjs'

/**
 * npm drops an optional package from package-lock.json when the registry in use does not offer it, and `npm ci` then
 * refuses the file. This puts the other platforms' packages back, by version; without a hash, which only they could give.
 */
const file = `${root}/package-lock.json`

/** @param {Record<string, any>} packages `packages` of a lock file */
export function missingFrom(packages) {
  return Object.entries(packages).flatMap(([path, it]) =>
    Object.entries(it.optionalDependencies ?? {})
      .filter(([name]) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`])
      .map(([name, version]) => ({ name, version, dev: it.dev === true })),
  )
}

export const readLock = () => JSON.parse(readFileSync(file, 'utf8'))

/** Which machine a package is for, by its name: `@scope/binding-linux-x64-musl`. */
function platform(name) {
  const os = /\b(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)\b/.exec(name)?.[1]
  const cpu = /\b(arm64|arm|ia32|loong64|ppc64|riscv64|s390x|wasm32|x64)\b/.exec(name)?.[1]
  const libc = /\b(gnu|musl)/.exec(name)?.[1]
  if (!cpu) throw new Error(`${name}: for which machine is it? Add it to package-lock.json by hand.`)
  return {
    cpu: [cpu],
    ...(os ? { os: [os] } : {}),
    ...(os === 'linux' && libc ? { libc: [libc === 'gnu' ? 'glibc' : 'musl'] } : {}),
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const lock = readLock()
  for (const { name, version, dev } of missingFrom(lock.packages)) {
    lock.packages[`node_modules/${name}`] = { version, ...(dev ? { dev } : {}), optional: true, ...platform(name) }
    console.log(`added ${name}@${version}`)
  }
  const byPath = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'))
  lock.packages = Object.fromEntries(byPath)
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
}
