import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from 'react'
import type { Colleague } from '#shared/contract/accounts.ts'
import type { Facility } from '#shared/contract/facility.ts'
import { Appearance } from '#shared/contract/session.ts'
import { instantFromMillis, plainDateOf, type Instant } from '#shared/kernel/instant.ts'
import type { PlainDate } from '#shared/kernel/plain-date.ts'
import type { SignedIn } from '#shared/model/session.ts'
import { call } from '#renderer/api/client.ts'
import { useAppearance } from '#renderer/state/appearance-store.ts'
import { useNotices } from '#renderer/state/notices-store.ts'
import { FacilityProvider } from '#renderer/ui/facility.tsx'
import { QueryView } from '#renderer/ui/query-view.tsx'
import { takeStoredDrafts } from './draft-keeper.ts'

/** What every screen counts on, asked once a sign-in and again when it changes. */
export const frameQueries = {
  facility: queryOptions({ queryKey: ['facility', 'facts'] as const, queryFn: () => call('facility.get', {}), staleTime: Infinity }),
  colleagues: queryOptions({ queryKey: ['people', 'directory'] as const, queryFn: () => call('accounts.directory', {}), staleTime: Infinity }),
}

interface Ready {
  readonly person: SignedIn
  readonly facility: Facility
  readonly colleagues: readonly Colleague[]
}

const ReadyContext = createContext<Ready | null>(null)

/** What the frame and every screen may count on. Throws outside of it. */
export function useReady(): Ready {
  const ready = useContext(ReadyContext)
  if (ready === null) throw new Error('Only inside the frame.')
  return ready
}

/** Nothing is shown before the facility, the people, the drafts and the person's appearance are there: forms find their drafts, days their zone. */
export function ReadyGate({ person, children }: { readonly person: SignedIn; readonly children: ReactNode }) {
  const facility = useQuery(frameQueries.facility)
  const colleagues = useQuery(frameQueries.colleagues)
  const isRestored = useRestored(person)
  if (facility.isPending || facility.isError) return <QueryView query={facility}>{() => null}</QueryView>
  if (colleagues.isPending || colleagues.isError) return <QueryView query={colleagues}>{() => null}</QueryView>
  if (!isRestored) return null
  return (
    <ReadyContext value={{ person, facility: facility.data, colleagues: colleagues.data }}>
      <Today zone={facility.data.zone}>{children}</Today>
    </ReadyContext>
  )
}

/** Fetches drafts and appearance once for each sign-in. A failure never keeps anyone from working; that drafts are missing is said. */
function useRestored({ personId }: SignedIn): boolean {
  const [restoredFor, setRestoredFor] = useState<string | null>(null)
  useEffect(() => {
    let isCurrent = true
    const restore = async (): Promise<void> => {
      const [drafts, appearance] = await Promise.allSettled([call('drafts.list', {}), call('session.preference', { key: 'appearance' })])
      if (!isCurrent) return
      if (drafts.status === 'fulfilled') takeStoredDrafts(personId, drafts.value)
      else useNotices.getState().tell({ severity: 'warning', message: 'Your unfinished texts could not be read, so forms open empty. Lock and sign in again before you write in one of them; what you type there takes the place of the older text.' })
      if (appearance.status === 'fulfilled') chooseAppearance(appearance.value.value)
      setRestoredFor(personId)
    }
    void restore()
    return () => {
      isCurrent = false
    }
  }, [personId])
  return restoredFor === personId
}

function chooseAppearance(json: string): void {
  if (json === 'unknown') return
  const parsed = Appearance.safeParse(JSON.parse(json))
  if (parsed.success) useAppearance.getState().choose(parsed.data)
}

/** The page's clock: the same machine as the core's, so the same moment. */
export const pageNow = (): Instant => instantFromMillis(Math.floor(performance.timeOrigin + performance.now()))

function Today({ zone, children }: { readonly zone: string; readonly children: ReactNode }) {
  const [today, setToday] = useState(() => plainDateOf(pageNow(), zone))
  const now = useCallback(pageNow, [])
  useEffect(() => {
    const look = (): void => setToday(plainDateOf(pageNow(), zone))
    look()
    const timer = setInterval(look, 20_000)
    return () => clearInterval(timer)
  }, [zone])
  useNewDay(today)
  return (
    <FacilityProvider zone={zone} today={today} now={now}>
      {children}
    </FacilityProvider>
  )
}

/** At the facility's midnight every answer is one of yesterday: what is due, late or day 3 is asked for again. */
function useNewDay(today: PlainDate): void {
  const client = useQueryClient()
  const asked = useRef(today)
  useEffect(() => {
    if (asked.current === today) return
    asked.current = today
    void client.invalidateQueries()
  }, [client, today])
}
