import { Button } from '@fluentui/react-components'
import { GateCard } from '#renderer/features/accounts/index.ts'

/** What the browser shell cannot protect; accepted once a profile, repeated in "Check this workstation". */
export const browserLimits: readonly string[] = [
  'The browser’s own profile and its extensions can read what this window shows. Use a browser profile without extensions.',
  'When the computer’s screen is locked or it goes to sleep, Caseboard may learn of it late. Lock with Ctrl+L before you leave.',
  'Screenshots and screen sharing are not blocked. Saved and printed files go where the browser puts them.',
  'Other programs of your own user account are not kept apart from the browser.',
]

export function BrowserNotice({ onAccept }: { readonly onAccept: () => void }) {
  document.title = 'Caseboard'
  return (
    <GateCard wide title="Caseboard in a browser window" sub="The caseload is encrypted on this computer and never leaves it. A browser window protects it less than the Caseboard program does:">
      <ul>
        {browserLimits.map(limit => <li key={limit}>{limit}</li>)}
      </ul>
      <Button appearance="primary" onClick={onAccept}>I have read this; go on</Button>
    </GateCard>
  )
}
