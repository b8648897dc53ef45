import type { Delivery } from '../../lib/core/timeline/delivery.ts'

/** Says in plain words how far a message has come. */
export function deliveryWords(delivery: Delivery): string {
  switch (delivery.state) {
    case 'waiting':
      return 'Waiting on this device'
    case 'server':
      return 'On the server'
    case 'some':
      return `On ${delivery.has} of ${delivery.of} devices`
    case 'all':
      return delivery.of === 2 ? 'On both devices' : `On all ${delivery.of} devices`
  }
}
