import { createDOMRenderer, FluentProvider, RendererProvider } from '@fluentui/react-components'
import { createContext, useContext, useEffect, useSyncExternalStore, type ReactNode } from 'react'
import { themes, type ThemeMode } from './theme.ts'

export type ThemeChoice = 'system' | ThemeMode

// The content security policy admits Griffel's style elements by this nonce only.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce
const renderer = createDOMRenderer(document, nonce ? { styleElementAttributes: { nonce } } : {})

const ModeContext = createContext<ThemeMode>('light')

/** The mode in force, after 'system' is resolved: for what cannot be said in CSS (charts). */
export function useThemeMode(): ThemeMode {
  return useContext(ModeContext)
}

/** Colours, type and density for everything inside. 'system' follows the desktop's scheme and its wish for more contrast. */
export function ThemeProvider({ choice, children }: { choice: ThemeChoice; children: ReactNode }) {
  const system = useSystemMode()
  const mode = choice === 'system' ? system : choice
  useEffect(() => {
    document.documentElement.style.colorScheme = mode === 'light' ? 'light' : 'dark'
    document.documentElement.dataset['theme'] = mode
  }, [mode])
  return (
    <RendererProvider renderer={renderer}>
      {/* This className is copied onto every portal: it may carry custom properties, never layout or background. */}
      <FluentProvider theme={themes[mode]} className={`cb ${mode}`} applyStylesToPortals>
        <ModeContext value={mode}>
          <div className="cb-app">{children}</div>
        </ModeContext>
      </FluentProvider>
    </RendererProvider>
  )
}

const darkQuery = matchMedia('(prefers-color-scheme: dark)')
const contrastQuery = matchMedia('(prefers-contrast: more)')
const forcedQuery = matchMedia('(forced-colors: active)')

function useSystemMode(): ThemeMode {
  return useSyncExternalStore(subscribe, systemMode)
}

function systemMode(): ThemeMode {
  // Forced colours replace ours anyway; the scheme only decides which of ours lie beneath.
  if (contrastQuery.matches && !forcedQuery.matches) return 'contrast'
  return darkQuery.matches ? 'dark' : 'light'
}

function subscribe(changed: () => void): () => void {
  const queries = [darkQuery, contrastQuery, forcedQuery]
  for (const query of queries) query.addEventListener('change', changed)
  return () => {
    for (const query of queries) query.removeEventListener('change', changed)
  }
}
