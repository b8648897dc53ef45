import { createInProcessBus } from './in-process-bus.ts'
import { busContract } from './ports/bus.contract.ts'

busContract(createInProcessBus)
