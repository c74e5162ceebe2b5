import type { CoreDeps } from '../deps.ts'

export async function fillDemo(_deps: CoreDeps): Promise<void> {
  await Promise.resolve()
}
