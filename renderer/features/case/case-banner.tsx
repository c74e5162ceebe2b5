import { ArrowLeft16Regular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { CaseView } from '#shared/contract/cases.ts'
import { listName } from '#shared/domain/caseload/patient-name.ts'
import { caseStatusNames, riskNames, sensitivityNames, sexLetters } from '#shared/domain/caseload/words.ts'
import { sentenceCase } from '#shared/domain/utilization/drg-title.ts'
import type { CaseStatus, Risk } from '#shared/model/case.ts'
import { StayStatusTag } from '#renderer/features/stays/index.ts'
import { Day } from '#renderer/ui/day.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { Num } from '#renderer/ui/num.tsx'
import { StatusTag } from '#renderer/ui/status-tag.tsx'
import type { Tone } from '#renderer/ui/tone.ts'
import { Unknown } from '#renderer/ui/unknown-mark.tsx'
import { LosFigure } from './los-figure.tsx'
import s from './case.module.css'

const statusTones: Readonly<Record<CaseStatus, Tone>> = { open: 'ok', 'on-hold': 'warn', closed: 'mute' }
const riskTones: Readonly<Record<Risk, Tone>> = { high: 'bad', moderate: 'warn', low: 'ok', unknown: 'mute' }

interface CaseBannerProps {
  readonly view: CaseView
  readonly onBack: () => void
  readonly actions: ReactNode
}

/** Who this is and where things stand, on one line as long as there is room. */
export function CaseBanner({ view, onBack, actions }: CaseBannerProps) {
  const { case: found, patient, los, drg } = view
  return (
    <header className={s['banner']}>
      <IconButton label="Back" icon={<ArrowLeft16Regular />} onClick={onBack} />
      <div className={s['who']}>
        <h1>{listName(patient)}{patient.suffix === 'unknown' ? '' : ` ${patient.suffix}`}</h1>
        <span className={s['sub']}>
          {patient.ageYears === 'unknown' ? 'Age not known' : patient.ageYears} {sexLetters[patient.sex]} · MRN {patient.mrn === 'unknown' ? 'not known' : <Num>{patient.mrn}</Num>} · {placeOf(view)}
          {patient.interpreterNeeded === 'yes' && ` · interpreter, ${patient.language === 'unknown' ? 'language not known' : patient.language}`}
        </span>
      </div>
      <dl className={s['facts']}>
        <Fact label="Case">
          <StatusTag tone={statusTones[found.status]}>{caseStatusNames[found.status]}</StatusTag>
          {found.sensitivity !== 'none' && <> <StatusTag tone="mute">{sensitivityNames[found.sensitivity]}</StatusTag></>}
        </Fact>
        {view.stay !== 'none' && <Fact label="Stay"><StayStatusTag status={view.stay.stay.status} /></Fact>}
        <Fact label="Day of expected stay"><LosFigure los={los} /></Fact>
        <Fact label={found.drgCode === 'not-assigned' ? 'Working DRG' : `DRG ${found.drgCode}`}>{drgWords(drg)}</Fact>
        <Fact label="EDD">{found.edd === 'unknown' ? <Unknown word="Not set" /> : <Day value={found.edd} />}</Fact>
        <Fact label="Payer">{view.payer === 'unknown' ? <Unknown /> : view.payer.name}</Fact>
        <Fact label="Risk">{found.risk === 'unknown' ? <Unknown /> : <StatusTag tone={riskTones[found.risk]} quiet>{riskNames[found.risk]}</StatusTag>}</Fact>
      </dl>
      <div className={s['actions']}>
        {actions}
      </div>
    </header>
  )
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return <div className={s['fact']}><dt>{label}</dt><dd>{children}</dd></div>
}

function placeOf({ unitName, room, bed }: CaseView): string {
  const parts = [unitName === 'unknown' ? 'unit not known' : unitName, room === 'unknown' ? null : `room ${room}`, bed === 'unknown' ? null : `bed ${bed}`]
  return parts.filter(part => part !== null).join(' · ')
}

function drgWords(drg: CaseView['drg']): ReactNode {
  if (drg === 'not-assigned') return 'Not assigned yet'
  if (drg.kind === 'found') return <span className={s['drgTitle']} title={sentenceCase(drg.drg.title)}>{sentenceCase(drg.drg.title)}</span>
  return <Unknown word={drg.kind === 'no-table' ? `No table for FY${drg.fiscalYear}` : 'Not in the table'} />
}
