/** How far a run is, as JSON. It holds places and numbers: nothing of the items. */
export interface BulkState {
  /** Form of this object. */
  readonly version: 1
  /** What was run, such as `contacts.upsertMany`. */
  readonly operation: string
  /** All items before this place are done. */
  readonly position: number
  /** Places after it that are done too. */
  readonly done: readonly number[]
  /** Places of items that failed only for now, and count as failed: they are sent again. */
  readonly again?: readonly number[]
  /** How many items ended how. */
  readonly counts: Readonly<Record<string, number>>
  /** How items are sent, where a run has the choice. */
  readonly strategy?: 'calls' | 'import'
  /** The import that is on its way. */
  readonly part?: BulkPart
}

/** Items that went in one import: those from `position` on. */
export interface BulkPart {
  /** Connectif id of the import. */
  readonly importId: string
  /** Place of the first item after it. */
  readonly to: number
}

/** Where a run keeps how far it is: a file, a row of a database, a key of a store. */
export interface Checkpoint {
  /** What was saved last; nothing when a run begins. */
  load(): Promise<BulkState | undefined> | BulkState | undefined
  /**
   * Keeps the state in place of the last one, whole or not at all. Not called again before it has
   * resolved. What it throws ends the run.
   */
  save(state: BulkState): Promise<void> | void
}

/**
 * A checkpoint in a file, for Node. Each state is written beside it and renamed, so that the file
 * is whole whenever the process is killed. It stays when the run has ended: remove it before you
 * load another source. A run ends with a `ConnectifError` where the file is no checkpoint, or
 * outside of Node.
 *
 * @example
 * ```ts
 * await connectif.contacts.upsertMany(customers, { checkpoint: { path: 'customers.json' } })
 * ```
 */
export interface CheckpointPath {
  /** The file, from the working directory on. It need not exist; its folder must. */
  path: string
}
