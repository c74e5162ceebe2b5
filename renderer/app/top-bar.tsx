import { LockClosed20Regular, Search16Regular } from '@fluentui/react-icons'
import { Suspense } from 'react'
import { call } from '#renderer/api/client.ts'
import { usePalette } from '#renderer/state/palette-store.ts'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { flushDrafts } from './draft-keeper.ts'
import s from './frame.module.css'
import { PersonMenu } from './person-menu.tsx'
import { ResumeMenu } from './resume-menu.tsx'
import { slots } from './screens.tsx'
import { ThemeMenu } from './theme-menu.tsx'
import { useFacilityFacts } from './use-facility-facts.ts'
import { useMay } from './use-signed-in.ts'

/** Where am I, find anything, what was interrupted, who am I, lock. */
export function TopBar() {
  const { name } = useFacilityFacts()
  const Census = slots.censusAsOf
  const maySearch = useMay('patients.read')
  return (
    <header className={s['top']}>
      <div className={s['brand']} title={name}>
        <span className={s['mark']} aria-hidden>C</span>
        <span className={s['facility']}>{name}</span>
      </div>
      {maySearch ? <SearchButton /> : <span />}
      <div className={s['tools']}>
        {Census !== undefined && maySearch && (
          <Suspense fallback={null}>
            <Census />
          </Suspense>
        )}
        <ResumeMenu />
        <ThemeMenu />
        <IconButton label="Lock" shortcut="Ctrl+L" icon={<LockClosed20Regular />} onClick={lockNow} />
        <PersonMenu />
      </div>
    </header>
  )
}

function SearchButton() {
  const show = usePalette(s => s.show)
  return (
    <button type="button" className={s['omni']} onClick={show} aria-keyshortcuts="Control+K">
      <Search16Regular aria-hidden />
      <span>Find patient, MRN, or command</span>
      <kbd aria-hidden>Ctrl+K</kbd>
    </button>
  )
}

/** Saves what is typed, then locks. When no answer comes the core has ended, which is a lock as well. */
export function lockNow(): void {
  void flushDrafts().then(() => call('session.lock', {})).catch(() => undefined)
}
