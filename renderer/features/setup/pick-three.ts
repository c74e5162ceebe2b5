/** Three different positions below `count`, in order. */
export function pickThree(count: number): readonly number[] {
  const picked = new Set<number>()
  while (picked.size < Math.min(3, count)) {
    const [random = 0] = crypto.getRandomValues(new Uint32Array(1))
    picked.add(random % count)
  }
  return [...picked].sort((a, b) => a - b)
}
