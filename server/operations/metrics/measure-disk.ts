import { Gauge, type Registry } from '@prometheus-io/client'

/** The room on the disk of the data directory. */
export function measureDisk(registry: Registry, freeBytes: () => number): void {
  new Gauge({
    name: 'roost_disk_free_bytes',
    help: 'Bytes that may still be written to DATA_DIR',
    registers: [registry],
    collect() {
      this.set(freeBytes())
    },
  })
}
