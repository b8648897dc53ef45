import { passkeyLimitsContract } from './passkey-limits.contract.ts'

passkeyLimitsContract(async () => ({}))
