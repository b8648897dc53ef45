import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { openDevice } from 'roost-client/browser'
import { RoostProvider, useDevice, useInbox, useSend, useUnread } from 'roost-client/react'

// https://todo.example/?server=https://roost.example#ABCD-EFGH
const server = new URLSearchParams(location.search).get('server') ?? ''
const opening = openDevice({ server, code: location.hash.slice(1), name: 'To-do list' })

function List() {
  const { messages, status } = useInbox()
  const device = useDevice()
  const send = useSend()
  const [text, setText] = useState('')
  return (
    <main>
      <h1>To do</h1>
      <p role="status">{`${status}, ${useUnread()} unread`}</p>
      <ul>
        {messages.map((it) => (
          <li key={it.id} data-state={it.state}>
            <label>
              <input type="checkbox" checked={it.done} onChange={() => device?.mark(it, { done: !it.done })} />
              {it.content}
            </label>
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setText('')
          void send(text)
        }}
      >
        <input aria-label="New item" value={text} onChange={(event) => setText(event.target.value)} required />
        <button type="submit">Add</button>
      </form>
    </main>
  )
}

createRoot(document.body).render(
  <StrictMode>
    <RoostProvider device={opening}>
      <List />
    </RoostProvider>
  </StrictMode>,
)
