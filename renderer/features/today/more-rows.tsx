import { Link } from '@fluentui/react-components'
import type { TodaySectionId } from '#shared/contract/today.ts'
import { wholeCaseload } from '#shared/domain/worklists/whole-caseload.ts'
import type { WorklistDefinition } from '#shared/model/worklist.ts'
import { useCaseload } from '#renderer/state/caseload-store.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import type { TodayScope } from './today-queries.ts'
import styles from './today.module.css'

/** How the caseload comes nearest to what a section holds; a new admit has no case and a task is none. */
const narrowed: Readonly<Record<Exclude<TodaySectionId, 'new-admits' | 'deadlines'>, Partial<WorklistDefinition>>> = {
  discharges: { eddWithinDays: 1, sort: [{ columnId: 'edd', direction: 'asc' }] },
  'high-risk': { risks: ['high'], sort: [{ columnId: 'variance', direction: 'desc' }] },
  rounds: { sort: [{ columnId: 'unitBed', direction: 'asc' }] },
}

/** The rows a section has no room for, and the way to them. */
export function MoreRows({ section, scope, count }: { readonly section: TodaySectionId; readonly scope: TodayScope; readonly count: number }) {
  const go = useRoute(s => s.go)
  const show = useCaseload(s => s.show)
  if (section === 'new-admits') return <p className={styles['more']}>{count} more. They follow as soon as those above have a case.</p>
  if (section === 'deadlines') {
    const whose = scope === 'mine' ? 'mine' : 'all'
    return <p className={styles['more']}><Link as="button" type="button" onClick={() => go({ screen: 'today', tasks: { whose, status: 'open' } })}>{count} more in the list of tasks</Link></p>
  }
  const open = () => {
    show({ ...wholeCaseload, scope, ...narrowed[section] })
    go({ screen: 'caseload' })
  }
  return <p className={styles['more']}><Link as="button" type="button" onClick={open}>{count} more in the caseload</Link></p>
}
