// A worker that loses no job: a crash brings the job again. Run it with
//   SERVER=https://roost.example CODE=ABCD-EFGH node worker.mjs
import { openDevice } from 'roost-client/node'

const { SERVER: server, CODE: code } = process.env
const device = await openDevice({ server, code, name: 'worker' })

for await (const job of device.messages({ ack: 'after', from: 'joined' })) {
  const { numbers } = JSON.parse(job.content)
  const sum = numbers.reduce((a, b) => a + b, 0)
  // Only once the answer is stored, the job is had.
  await (await device.send(JSON.stringify({ job: job.id, sum }), { contentType: 'application/json' })).stored
}
