import { ConnectifError } from '../errors.ts'
import type { BulkState, Checkpoint, CheckpointPath } from './checkpoint.ts'

/** Where a run keeps how far it is: what it was given, or the file at a path. */
export function storeOf(checkpoint: Checkpoint | CheckpointPath): Checkpoint {
  if ('load' in checkpoint) return checkpoint
  const { path } = checkpoint
  return { load: () => load(path), save: (state) => writeWhole(path, JSON.stringify(state)) }
}

/** The state in a file; undefined where there is no file. */
async function load(path: string): Promise<BulkState | undefined> {
  const text = await files()
    .readFile(path, 'utf8')
    .catch((error: { code?: string }) => {
      if (error.code === 'ENOENT') return undefined
      throw new ConnectifError(`the checkpoint ${path} cannot be read`, { cause: error })
    })
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new ConnectifError(`${path} is no checkpoint`, { cause })
  }
}

/** Writes a checkpoint in one step: whoever reads the file sees the old one or the new one. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const fs = files()
  const beside = `${path}.tmp`
  try {
    await fs.writeFile(beside, text)
    await fs.rename(beside, path)
  } catch (cause) {
    throw new ConnectifError(`the checkpoint ${path} cannot be written`, { cause })
  }
}

function files() {
  // Without `import`, so that bundles for browsers need no stand-in for the module.
  const fs = globalThis.process?.getBuiltinModule?.('fs')
  if (!fs)
    throw new ConnectifError('a checkpoint by path works in Node only: pass a store of your own')
  return fs.promises
}
