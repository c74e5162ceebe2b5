import { Button } from '@fluentui/react-components'
import { Add16Regular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import type { StayView } from '#shared/contract/stays.ts'
import { stayKindNames } from '#shared/domain/caseload/words.ts'
import type { PatientId } from '#shared/model/ids.ts'
import { useMay } from '#renderer/app/use-signed-in.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Moment } from '#renderer/ui/moment.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { QueryView } from '#renderer/ui/query-view.tsx'
import { StayDetails } from './stay-details.tsx'
import { stayQueries } from './stay-queries.ts'
import { StayStatusTag } from './stay-status-tag.tsx'
import s from './stays.module.css'

/** Every stay of a patient, newest first. */
export function PatientStays({ patientId }: { readonly patientId: PatientId }) {
  const stays = useQuery(stayQueries.ofPatient(patientId))
  const may = useMay('stays.write')
  const go = useRoute(state => state.go)
  return (
    <Panel title="Stays" level={2} actions={may && <Button size="small" icon={<Add16Regular />} onClick={() => go({ screen: 'stay-edit', patientId })}>Record stay</Button>}>
      <QueryView query={stays} isEmpty={views => views.length === 0} empty={<EmptyState title="No stay recorded">A stay comes with an import, or record one by hand.</EmptyState>}>
        {views => (
          <ul className={s['list']}>
            {views.map(view => (
              <li key={view.stay.id} className={s['item']}>
                <div className={s['itemHead']}>
                  <span className={s['itemTitle']}>{titleOf(view)}</span>
                  <StayStatusTag status={view.stay.status} quiet />
                  <span className={s['when']}><Moment at={view.stay.arrivedAt} />{view.stay.endedAt === 'ongoing' ? ' · ongoing' : <> – <Moment at={view.stay.endedAt} /></>}</span>
                  {may && <span className={s['push']}><Button size="small" appearance="subtle" aria-label={`Correct the stay: ${titleOf(view)}`} onClick={() => go({ screen: 'stay-edit', patientId, stayId: view.stay.id })}>Correct</Button></span>}
                </div>
                <StayDetails view={view} />
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </Panel>
  )
}

const titleOf = ({ stay }: StayView): string => `${stayKindNames[stay.kind]}${stay.reason === 'unknown' ? '' : `: ${stay.reason}`}`
