import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

/** A process of its own that has said its number. */
export interface Child extends Disposable {
  /** What it said: its port, or what it measured. */
  readonly said: number
  /** Milliseconds of processor time that it has used so far. */
  processorTime(): Promise<number>
}

/** Runs a file of this folder in a process of its own, until it says a number. */
export async function started(
  file: URL,
  contacts: number,
  execArgv: string[] = [],
): Promise<Child> {
  const child = fork(file, [String(contacts)], {
    execArgv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return {
    said: await numberFrom(child, file),
    processorTime: () => {
      child.send('processor time')
      return numberFrom(child, file)
    },
    [Symbol.dispose]: () => child.kill(),
  }
}

async function numberFrom(child: ChildProcess, file: URL): Promise<number> {
  const ended = new AbortController()
  const [said] = await Promise.race([
    once(child, 'message', { signal: ended.signal }),
    once(child, 'exit', { signal: ended.signal }).then(([code]) => {
      throw new Error(`${file.pathname} ended with ${code}`)
    }),
  ]).finally(() => ended.abort())
  return said
}
