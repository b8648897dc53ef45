import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pack } from '../../scripts/pack/pack.ts'
import { type Program, startProgram } from '../kit/process/program.ts'

/** The packed library, installed in an empty folder outside the repository. */
export interface Installed extends Disposable {
  tarball: string
  folder: string
  /** Runs a module there, in a home of its own. */
  run(source: string, env?: Readonly<Record<string, string>>): Program
}

/** The compiler and npm take their time on a busy machine. */
export const PATIENCE_MS = 180_000

export async function installPackage(): Promise<Installed> {
  const base = mkdtempSync(join(tmpdir(), 'roost-package-'))
  const tarball = await pack(join(base, 'dist'))
  const folder = join(base, 'project')
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{ "name": "empty", "private": true, "type": "module" }')
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], { cwd: folder })
  let count = 0
  return {
    tarball,
    folder,
    run(source, env = {}) {
      const file = join(folder, `program-${++count}.mjs`)
      writeFileSync(file, source)
      const { PATH = '' } = process.env
      return startProgram(process.execPath, [file], {
        cwd: folder,
        env: { NODE_ENV: 'production', PATH, HOME: base, ...env },
      })
    },
    [Symbol.dispose]: () => rmSync(base, { recursive: true, force: true }),
  }
}
