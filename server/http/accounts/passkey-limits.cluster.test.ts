import { testDatabase } from '../../../tests/kit/postgres/test-database.ts'
import { passkeyLimitsContract } from './passkey-limits.contract.ts'

passkeyLimitsContract(async () => ({
  databaseUrl: await testDatabase(),
  authSecret: 'the same on every node, 32 letters',
  dataDir: '/nowhere',
}))
