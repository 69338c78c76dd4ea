declare module '*.css' {
  /** The text of the sheet. */
  const css: string
  export default css
}
