/** The columns of a file for those on the screen: a bar or a pair of facts on the screen is a column each in a file. */
export const exportColumns = (shown: readonly string[]): string[] => shown.flatMap(id => parts[id] ?? [id])

const parts: Readonly<Record<string, readonly string[]>> = {
  los: ['los', 'expectedLos'],
  nextMilestone: ['nextMilestone', 'nextMilestoneOn'],
}
