import { PrintPage } from '#renderer/ui/print-page.tsx'
import { RecoveryWordList } from './recovery-word-list.tsx'
import s from './setup.module.css'

interface Props {
  readonly words: readonly string[]
  readonly facilityName: string
}

/** The page that goes into the envelope. */
export function RecoveryPaper({ words, facilityName }: Props) {
  return (
    <PrintPage title="Recovery key">
      <p>{facilityName} · Caseboard workstation</p>
      <RecoveryWordList words={words} />
      <ul className={s['rules']}>
        <li>Whoever has these words can open the caseload and its backups. Keep this page like a master key.</li>
        <li>Never photograph it, never type it into anything but Caseboard.</li>
        <li>To use it: sign-in screen, “Forgot your passphrase?” or “Restore a backup”.</li>
        <li>When a new recovery key is made, destroy this page (keep it as long as you keep older backups).</li>
      </ul>
      <p className={s['lines']}>Printed on: ____________________ Sealed by: ____________________</p>
    </PrintPage>
  )
}
