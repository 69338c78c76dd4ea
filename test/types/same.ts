/** Compiles when both types are the same. */
export function same<A>() {
  return <B>(
    ..._: (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? [] : [B]
  ) => undefined
}
