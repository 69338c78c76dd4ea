import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

/** A process of its own, which starts by saying a number. */
export interface Child extends Disposable {
  /** What it said: its port, or what it measured. */
  readonly said: number
  /** Its answer to a message. */
  ask<Answer>(message: string | number): Promise<Answer>
}

/** Runs a file of this folder in a process of its own, until it says a number. */
export async function started(
  file: URL,
  args: readonly (string | number)[],
  execArgv: string[] = [],
): Promise<Child> {
  const child = fork(file, args.map(String), {
    execArgv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return {
    said: await messageOf<number>(child, file),
    ask: (message) => {
      child.send(message)
      return messageOf(child, file)
    },
    [Symbol.dispose]: () => child.kill(),
  }
}

async function messageOf<Message>(child: ChildProcess, file: URL): Promise<Message> {
  const ended = new AbortController()
  const [message] = await Promise.race([
    once(child, 'message', { signal: ended.signal }),
    once(child, 'exit', { signal: ended.signal }).then(([code]) => {
      throw new Error(`${file.pathname} ended with ${code}`)
    }),
  ]).finally(() => ended.abort())
  return message
}
