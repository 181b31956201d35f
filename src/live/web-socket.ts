import type { Socket, SocketHandlers } from './socket-runner.ts'

/** Opens the browser's WebSocket. Errors are always followed by a close, so only that is told. */
export function openWebSocket(url: string, handlers: SocketHandlers): Socket {
  const socket = new WebSocket(url)
  const listening = new AbortController()
  const { signal } = listening
  socket.binaryType = 'arraybuffer'
  socket.addEventListener('open', () => handlers.onOpen(), { signal })
  socket.addEventListener('message', (event) => handlers.onMessage(event.data), { signal })
  socket.addEventListener('close', (event) => handlers.onClose(event.code, event.reason), { signal })
  return {
    send: (text) => socket.send(text),
    close() {
      listening.abort()
      socket.close(1000)
    },
  }
}
