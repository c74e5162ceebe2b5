import type { PatientPlan } from '#shared/contract/recovery.ts'
import { formatDay, type PlainDate } from '#shared/kernel/plain-date.ts'
import { PrintPage } from '#renderer/ui/print-page.tsx'
import s from './papers.module.css'
import type { PaperChoices } from './print-preview.tsx'

const stepsFirst = 5

/** "My recovery plan": plain words, the next steps first, whom to call on the first sheet. */
export function PatientPaperPages({ plan, size, large }: PaperChoices & { readonly plan: PatientPlan }) {
  const [first, later] = [plan.next.slice(0, stepsFirst), plan.next.slice(stepsFirst)]
  return (
    <PrintPage title="My recovery plan" size={size} large={large} header={<span className={s['line']}><b>{plan.patientName}</b><span>{plan.birthDate !== 'unknown' && `Born ${formatDay(plan.birthDate)}`}</span></span>} footer={<span className={s['line']}><span>{plan.call.facility}</span><span>Made on {formatDay(plan.madeOn)}. Plans can change. Ask us.</span></span>}>
      <div className={s['patient']}>
        <h1>My recovery plan</h1>
        {plan.goingHome !== 'not-set' && <p className={s['home']}>We plan for you to leave on <b>{formatDay(plan.goingHome)}</b>. This day can change.</p>}
        <section>
          <h2>Next steps</h2>
          {first.length === 0 ? <p>Your care team will talk with you about your next steps.</p> : <Steps steps={first} madeOn={plan.madeOn} />}
        </section>
        <section className={s['call']}>
          <h2>Who to call</h2>
          <p>{plan.call.name === 'unknown' ? plan.call.facility : <><b>{plan.call.name}</b>, {plan.call.role.toLowerCase()}</>}</p>
          <p>Phone: {plan.call.phone === 'unknown' ? <span className={s['blank']} /> : <b className="num">{plan.call.phone}</b>}</p>
          <p>In an emergency call <b>911</b>.</p>
        </section>
        {plan.takeCare.length > 0 && <section><h2>Take care</h2><ul>{plan.takeCare.map(({ text, until }) => <li key={text}>{text}{until !== 'no-date' && <> (until {formatDay(until, plan.madeOn)})</>}</li>)}</ul></section>}
        {later.length > 0 && <section><h2>Later</h2><Steps steps={later} madeOn={plan.madeOn} /></section>}
        {plan.done.length > 0 && <section><h2>What you have done</h2><ul>{plan.done.map(({ text, on }) => <li key={text}>{text} ({formatDay(on, plan.madeOn)})</li>)}</ul></section>}
        <section className={s['ask']}><h2>My questions</h2><p className={s['ruled']} /><p className={s['ruled']} /><p className={s['ruled']} /></section>
      </div>
    </PrintPage>
  )
}

function Steps({ steps, madeOn }: { readonly steps: PatientPlan['next']; readonly madeOn: PlainDate }) {
  return (
    <ol className={s['steps']}>
      {steps.map(step => (
        <li key={step.text}>
          <span aria-hidden className={s['box']} />
          <span>{step.text}<span className={s['when']}>{whenWords(step, madeOn)}</span></span>
        </li>
      ))}
    </ol>
  )
}

/** A window that has begun says only until when. */
function whenWords({ from, to }: PatientPlan['next'][number], madeOn: PlainDate): string {
  if (from === 'no-date' || to === 'no-date') return ''
  if (from === to) return formatDay(from, madeOn)
  return from <= madeOn ? `by ${formatDay(to, madeOn)}` : `between ${formatDay(from, madeOn)} and ${formatDay(to, madeOn)}`
}
