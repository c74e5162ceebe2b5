import { Button, ToggleButton } from '@fluentui/react-components'
import { Add16Regular, ArrowLeft16Regular, ArrowRight16Regular, Subtract16Regular, Table16Regular } from '@fluentui/react-icons'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import type { Grouping } from './layout.ts'
import type { TimelineGridHandle } from './timeline-grid.tsx'
import s from './timeline.module.css'

export interface TimelineChoices {
  readonly grouping: Grouping
  readonly attention: boolean
  readonly table: boolean
}

interface ToolbarProps {
  readonly choices: TimelineChoices
  readonly onChoices: (choices: TimelineChoices) => void
  readonly grid: () => TimelineGridHandle | null
}

const zoomStep = 1.4
const panStep = 0.25

/** The legend and how the axis is looked at; every gesture of the mouse has a button here and a key in the grid. */
export function TimelineToolbar({ choices, onChoices, grid }: ToolbarProps) {
  const toggle = (label: string, on: boolean, change: Partial<TimelineChoices>) => (
    <ToggleButton size="small" appearance="subtle" checked={on} onClick={() => onChoices({ ...choices, ...change })}>{label}</ToggleButton>
  )
  return (
    <div className={s['tools']} role="group" aria-label="Timeline view">
      <span className={s['legend']} aria-hidden>
        <span><i className={s['kPlan']} />Planned</span><span><i className={s['kDone']} />Reached</span><span><i className={s['kLate']} />Late</span><span><i className={s['kEarly']} />Early</span><span><i className={s['kWatch']} />Watch</span><span className={s['wide']}><i className={s['kPrecaution']} />Precaution</span><span className={s['wide']}><i className={s['kFirst']} />First plan</span>
      </span>
      {toggle('Needs attention', choices.attention, { attention: !choices.attention })}
      {toggle('In order of time', choices.grouping === 'time', { grouping: choices.grouping === 'time' ? 'domain' : 'time' })}
      <ToggleButton size="small" appearance="subtle" icon={<Table16Regular />} checked={choices.table} onClick={() => onChoices({ ...choices, table: !choices.table })}>Table</ToggleButton>
      {!choices.table && (
        <>
          <Button size="small" appearance="subtle" onClick={() => grid()?.show('stay')}>Stay</Button>
          <Button size="small" appearance="subtle" onClick={() => grid()?.show('six-weeks')}>6 weeks</Button>
          <Button size="small" appearance="subtle" onClick={() => grid()?.show('all')}>All</Button>
          <IconButton label="Earlier" icon={<ArrowLeft16Regular />} onClick={() => grid()?.panBy(-panStep)} />
          <IconButton label="Later" icon={<ArrowRight16Regular />} onClick={() => grid()?.panBy(panStep)} />
          <IconButton label="Zoom out" icon={<Subtract16Regular />} onClick={() => grid()?.zoomBy(1 / zoomStep)} />
          <IconButton label="Zoom in" icon={<Add16Regular />} onClick={() => grid()?.zoomBy(zoomStep)} />
        </>
      )}
    </div>
  )
}
