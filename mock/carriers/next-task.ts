// Kept from before a test installs fake timers, which would stop every call.
const { setImmediate: immediate, MessageChannel: Channel } = globalThis

/** Lets timers and sockets have their turn, as a network would. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    if (immediate) {
      immediate(resolve)
    } else {
      const { port1, port2 } = new Channel()
      port1.onmessage = () => {
        port1.close()
        resolve()
      }
      port2.postMessage(undefined)
    }
  })
}
