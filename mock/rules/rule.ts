import { Problem } from '../problems.ts'

/** How sure it is that the vendor's API does the same. */
export type Grade =
  /** The vendor's own pages say so. */
  | 'documented'
  /** Public clients depend on it. */
  | 'observed'
  /** Undocumented; chosen so that a client cannot lean on it by accident. */
  | 'assumed'

/** What is known of a rule. */
export interface RuleFacts {
  /** In kebab case, as in the header `x-connectif-mock-rule`. */
  readonly id: string
  /** How sure it is that the vendor's API does the same. */
  readonly grade: Grade
  /** The page or the reasoning that it rests on. */
  readonly source: string
  /** The rule in one sentence. */
  readonly says: string
}

/** A rule: what is known of it, and the function that applies it. */
export type Rule<Args extends readonly unknown[], Result> = RuleFacts & ((...args: Args) => Result)

/** Makes a rule of a function: what it refuses carries the rule's id. */
export function rule<Args extends readonly unknown[], Result>(
  facts: RuleFacts,
  apply: (...args: Args) => Result,
): Rule<Args, Result> {
  const applied = (...args: Args): Result => {
    try {
      return apply(...args)
    } catch (thrown) {
      if (thrown instanceof Problem) thrown.rule ??= facts.id
      throw thrown
    }
  }
  return Object.assign(applied, facts)
}
