import { useFacilityFacts } from '#renderer/app/use-facility-facts.ts'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import s from './administration.module.css'
import { FacilityForm } from './facility-form.tsx'
import { UnitsPanel } from './units-panel.tsx'

/** Name, zone, units, times of blur and lock, backup folder. */
export function FacilityPage() {
  const facility = useFacilityFacts()
  return (
    <>
      <PageHead title="Facility" sub={facility.name} />
      <div className={s['page']}>
        <Panel title="Facility, locking and backup">
          <FacilityForm key={facility.version} facility={facility} />
        </Panel>
        <UnitsPanel units={facility.units} />
      </div>
    </>
  )
}
