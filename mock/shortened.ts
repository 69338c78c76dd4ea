const longest = 200

/** A text as it is shown where there is little room: of a long one, its beginning. */
export function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
