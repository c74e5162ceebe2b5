import s from './frame.module.css'

/** Always in view while the patients are invented, so that nobody takes them for real or types real ones. */
export function DemoStrip() {
  return (
    <p className={s['demo']} role="note">
      <strong>DEMO – synthetic patients</strong>
      <span>Everything is removed when you quit. Do not enter real patients.</span>
    </p>
  )
}
