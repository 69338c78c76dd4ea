import type { RuleFacts } from '../rules/rule.ts'

/** What would become of a file. Plain JSON. */
export interface Rehearsal {
  /** Rows of the file; 0 where it cannot be read. */
  readonly rows: number
  /** Rows that would create a record. */
  readonly created: number
  /** Rows that would change a record. */
  readonly updated: number
  /** Rows that say what is there already. */
  readonly unchanged: number
  /** Rows that would be refused. */
  readonly refused: number
  /** Every value that would be refused, by line; a row can have several. */
  readonly refusals: readonly RehearsalRefusal[]
  /** Rows that claim one identifier, in the order in which that shows. */
  readonly fights: readonly Fight[]
  /** Columns that are no field, or none that can be imported: their values would be left out. */
  readonly unknownColumns: readonly string[]
  /** Why nothing of the file can be read; then all counts are 0. */
  readonly file?: FileProblem
  /** What it was rehearsed on; when its file cannot be read, nothing was rehearsed. */
  readonly start: RehearsalStart
}

/** What the account held. */
export interface RehearsalStart {
  /** How many contacts. */
  readonly contacts: number
  /** Rows of the export that could not be taken, such as those of anonymous contacts. */
  readonly refused: number
  /** Why nothing of the export can be read. */
  readonly file?: FileProblem
}

/** A value that would be refused. */
export interface RehearsalRefusal {
  /** The line at which the row begins, from 1. */
  readonly line: number
  /** Name of the column; empty where it is about the row as a whole. */
  readonly column: string
  /** The value as it stands in the file. */
  readonly value: string
  /** The rule that refuses it: its sentence, how sure it is, and where it comes from. */
  readonly rule: RuleFacts
  /** What is wrong, in words. */
  readonly reason: string
  /** What to do about it. */
  readonly hint: string
}

/** Why a file cannot be read at all. */
export interface FileProblem {
  /** The line, from 1, where it is one. */
  readonly line?: number
  /** The rule that refuses it. */
  readonly rule: RuleFacts
  /** What is wrong, in words. */
  readonly reason: string
  /** What to do about it. */
  readonly hint: string
}

/** What becomes of a row. */
export type Outcome = 'created' | 'updated' | 'unchanged' | 'refused'

/** Rows of one file that claim one identifier. */
export interface Fight {
  /** Which identifier. */
  readonly identifier: 'external-id' | 'email' | 'product-id'
  /** Its value, as in the last of the rows. */
  readonly value: string
  /** The rows, in the order of the file. */
  readonly rows: readonly {
    /** The line at which it begins, from 1. */
    readonly line: number
    /** What becomes of it. */
    readonly outcome: Outcome
  }[]
  /** Line of the row whose values stay. */
  readonly winner: number
  /** Why it is that one. */
  readonly why: string
}
