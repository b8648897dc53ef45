import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test.each([
  ['RATE_LIMT', 'RATE_LIMIT'],
  ['RATELIMIT', 'RATE_LIMIT'],
  ['rate_limit', 'RATE_LIMIT'],
  ['ROOST_RETENTION_DAYS', 'RETENTION_DAYS'],
  ['RETENTION_DAY', 'RETENTION_DAYS'],
  ['BASE_ULR', 'BASE_URL'],
  ['SIGN_UP', 'SIGNUP'],
  ['PROT', 'PORT'],
  ['AUTH_SECRETE_FILE', 'AUTH_SECRET_FILE'],
  ['ALLOWED_ORIGIN', 'ALLOWED_ORIGINS'],
])('%s is named, and %s with it', (given, meant) => {
  const { warnings } = readConfig({ [given]: '1' })
  expect(warnings).toEqual([`${given} is no setting of Roost and changes nothing: ${meant} is one`])
})

test('what other programs have in the environment is none of our business', () => {
  const names = [
    'PAGER',
    'HOME',
    'HOSTNAME',
    'HOSTTYPE',
    'PATH',
    'PWD',
    'USER',
    'LOGNAME',
    'LANG',
    'DATABASE',
    'NODE_ENV',
  ]
  const more = ['POSTGRES_URL', 'XDG_DATA_DIRS', 'MAIL', 'SHLVL', 'BASH_ENV', 'SSH_AUTH_SOCK', 'INIT_CWD', 'PORTS']
  const { warnings } = readConfig(Object.fromEntries([...names, ...more].map((it) => [it, 'x'])))
  expect(warnings).toEqual([])
})
