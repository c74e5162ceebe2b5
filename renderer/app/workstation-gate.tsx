import { useEffect, useState, type ReactNode } from 'react'
import { Button } from '@fluentui/react-components'
import { browserWorkstation } from '#renderer/api/browser-client.ts'
import { openBrowserLink, type BrowserLink, type LinkState } from '#renderer/api/browser-link.ts'
import { GateCard } from '#renderer/features/accounts/index.ts'
import { BrowserNotice } from './browser-notice.tsx'
import { forgetTexts } from './forget-texts.ts'
import { ThemeProvider } from '#renderer/ui/theme-provider.tsx'

// In Electron the preload script has put the bridge there before any of this ran.
const link: BrowserLink | null = 'workstation' in window ? null : openBrowserLink()
if (link !== null) Object.defineProperty(window, 'workstation', { value: Object.freeze(browserWorkstation(link)) })

/** Shows the program while there is a workshop behind it. In the browser shell: says what is wrong with the connection, or what to accept first. */
export function WorkstationGate({ children }: { readonly children: ReactNode }) {
  return link === null ? children : <BrowserGate link={link}>{children}</BrowserGate>
}

function BrowserGate({ link: browser, children }: { readonly link: BrowserLink; readonly children: ReactNode }) {
  const [state, setState] = useState(browser.state())
  // A short loss of the connection leaves the screen as it is; a long one becomes `ended` and takes it away.
  const [hasOpened, setHasOpened] = useState(false)
  useEffect(() => browser.onState(next => {
    setState(next)
    if (next !== 'connecting') setHasOpened(next === 'open')
  }), [browser])
  const isGone = state === 'ended' || state === 'taken-over' || state === 'refused'
  // After the screens, so that nothing they keep on leaving comes back.
  useEffect(() => {
    if (isGone) forgetTexts()
  }, [isGone])
  if (state === 'open' || (state === 'connecting' && hasOpened)) return children
  if (state === 'connecting') return null
  return (
    <ThemeProvider choice="system">
      {state === 'unacknowledged' ? <BrowserNotice onAccept={() => browser.send({ kind: 'acknowledge' })} /> : <Apart state={state} onTakeOver={() => browser.send({ kind: 'take-over' })} />}
    </ThemeProvider>
  )
}

const words: Readonly<Record<Exclude<LinkState, 'open' | 'connecting' | 'unacknowledged'>, { readonly title: string; readonly sub: string }>> = {
  busy: { title: 'Open in another window', sub: 'This workstation is in use in another tab or browser. Take over to go on here; the other window closes its work, and what was typed there is kept as a draft.' },
  'taken-over': { title: 'Continued in another window', sub: 'You went on in another tab or browser. Nothing is shown here any more; close this tab.' },
  refused: { title: 'This window is not connected', sub: 'In the terminal where Caseboard runs, press Enter and open the address it shows in this browser.' },
  ended: { title: 'Caseboard has ended', sub: 'It was closed, or could not be reached for 20 seconds and has locked. Everything saved is safe. Start Caseboard again, or press Enter in its terminal for a new address.' },
}

function Apart({ state, onTakeOver }: { readonly state: keyof typeof words; readonly onTakeOver: () => void }) {
  document.title = 'Caseboard'
  return (
    <GateCard title={words[state].title} sub={words[state].sub}>
      {state === 'busy' && <Button appearance="primary" onClick={onTakeOver}>Take over here</Button>}
    </GateCard>
  )
}
