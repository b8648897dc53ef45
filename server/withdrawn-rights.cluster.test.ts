import { testDatabase } from '../tests/kit/postgres/test-database.ts'
import { withdrawnRightsContract } from './withdrawn-rights.contract.ts'

withdrawnRightsContract(async () => ({
  databaseUrl: await testDatabase(),
  authSecret: 'the same on every node, 32 letters',
  dataDir: '/nowhere',
}))
