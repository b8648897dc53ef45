import { busContract } from './bus-contract.ts'
import { createInProcessBus } from './in-process.ts'

busContract(createInProcessBus)
