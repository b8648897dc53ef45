import { withdrawnRightsContract } from './withdrawn-rights.contract.ts'

withdrawnRightsContract(async () => ({}))
