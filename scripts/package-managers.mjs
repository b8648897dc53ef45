import { spawnSync } from 'node:child_process'

const known = [
  {
    name: 'apt-get',
    commands: [
      ['apt-get', 'update'],
      ['apt-get', 'install', '-y', 'chromium'],
    ],
  },
  { name: 'dnf', commands: [['dnf', 'install', '-y', 'chromium']] },
  { name: 'apk', commands: [['apk', 'add', 'chromium']] },
  { name: 'pacman', commands: [['pacman', '-S', '--noconfirm', 'chromium']] },
  { name: 'zypper', commands: [['zypper', '--non-interactive', 'install', 'chromium']] },
  { name: 'brew', commands: [['brew', 'install', '--cask', 'chromium']], asUser: true },
]

const answers = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0

/** The package managers of this machine that this user may run: as root, or with sudo that asks for no password. */
export function packageManagers() {
  const prefix = process.getuid?.() === 0 ? [] : answers('sudo', '-n', 'true') ? ['sudo', '-n'] : undefined
  return known
    .filter((it) => answers(it.name, '--version') && (it.asUser || prefix !== undefined))
    .map(({ name, commands, asUser }) => ({
      name,
      commands: commands.map((command) => (asUser ? command : [...(prefix ?? []), ...command])),
    }))
}
