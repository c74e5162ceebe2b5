import { LockClosed20Regular, Search16Regular } from '@fluentui/react-icons'
import { Suspense } from 'react'
import { usePalette } from '#renderer/state/palette-store.ts'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import s from './frame.module.css'
import { lockNow } from './lock-now.ts'
import { PersonMenu } from './person-menu.tsx'
import { ResumeMenu } from './resume-menu.tsx'
import { slots } from './slots.ts'
import { ThemeMenu } from './theme-menu.tsx'
import { useFacilityFacts } from './use-facility-facts.ts'
import { useMay } from './use-signed-in.ts'

/** Where am I, find anything, what was interrupted, who am I, lock. */
export function TopBar() {
  const { name } = useFacilityFacts()
  const maySearch = useMay('patients.read')
  return (
    <header className={s['top']}>
      <div className={s['brand']} title={name}>
        <span className={s['mark']} aria-hidden>C</span>
        <span className={s['facility']}>{name}</span>
      </div>
      {maySearch ? <SearchButton /> : <span />}
      <div className={s['tools']}>
        {maySearch && (
          <Suspense fallback={null}>
            <slots.censusAsOf />
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
