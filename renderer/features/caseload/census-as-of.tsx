import { useQuery } from '@tanstack/react-query'
import { Moment } from '#renderer/ui/moment.tsx'
import { wholeCaseload } from '#shared/domain/worklists/whole-caseload.ts'
import { useMay } from '#renderer/app/use-signed-in.ts'
import { caseloadQueries } from './caseload-queries.ts'
import styles from './caseload-page.module.css'

const ONLY_HERE = 'Lists show this workstation’s cases only.'

/** "Census as of 07:02" in the top bar: how old what every list shows is. Nothing for a role without lists. */
export function CensusAsOf() {
  const mayList = useMay('worklists.read')
  const page = useQuery({ ...caseloadQueries.page(wholeCaseload, 0, 1), enabled: mayList })
  if (!mayList || page.data === undefined) return null
  if (page.data.censusAsOf === 'unknown') return <span className={styles['asOf']} title={ONLY_HERE}>No census imported</span>
  return <span className={styles['asOf']} title={ONLY_HERE}>Census as of <Moment at={page.data.censusAsOf} format="smart" /></span>
}
