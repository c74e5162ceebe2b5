/** The properties that have a value. Fluent's optional props refuse an explicit undefined (exactOptionalPropertyTypes); ours accept it. */
export function given<Props extends object>(props: Props): { [Key in keyof Props]?: Exclude<Props[Key], undefined> } {
  const entries = Object.entries(props).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [Key in keyof Props]?: Exclude<Props[Key], undefined> }
}
