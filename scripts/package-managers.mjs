import { spawnSync } from 'node:child_process'

const known = [
  { name: 'apt-get', before: [['apt-get', 'update']], install: ['apt-get', 'install', '-y'] },
  { name: 'dnf', install: ['dnf', 'install', '-y'] },
  { name: 'apk', install: ['apk', 'add'] },
  { name: 'pacman', install: ['pacman', '-S', '--noconfirm'] },
  { name: 'zypper', install: ['zypper', '--non-interactive', 'install'] },
  { name: 'brew', install: ['brew', 'install', '--cask'], asUser: true },
]

const answers = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0

/**
 * The package managers of this machine that this user may run (as root, or with sudo that asks for no password), each
 * with the commands that install a program.
 * @param {Record<string, string | string[]> & { other: string | string[] }} packages the program's packages, by manager
 */
export function packageManagers(packages) {
  const prefix = process.getuid?.() === 0 ? [] : answers('sudo', '-n', 'true') ? ['sudo', '-n'] : undefined
  return known
    .filter((it) => answers(it.name, '--version') && (it.asUser || prefix !== undefined))
    .map(({ name, before = [], install, asUser }) => ({
      name,
      commands: [...before, [...install, ...[packages[name] ?? packages.other].flat()]].map((command) =>
        asUser ? command : [...(prefix ?? []), ...command],
      ),
    }))
}
