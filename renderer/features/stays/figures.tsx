import { plural } from '#shared/kernel/plural.ts'
import type { StayFigures } from '#shared/model/utilization.ts'
import { Num } from '#renderer/ui/num.tsx'

/** `12 h 45 min, 1 midnight`; running time says so. */
export function ObservationTime({ observation }: { readonly observation: StayFigures['observation'] }) {
  if (observation === 'none') return <>None</>
  const { minutes, midnights, running } = observation
  return (
    <>
      <Num>{`${Math.floor(minutes / 60)} h ${minutes % 60} min`}</Num>, {plural(midnights, 'midnight')}
      {running ? ', running' : ''}
    </>
  )
}

/** A count of midnights, or that there is none to count. */
export function Midnights({ count, none }: { readonly count: number | 'none'; readonly none: string }) {
  return count === 'none' ? <>{none}</> : <Num>{plural(count, 'midnight')}</Num>
}
