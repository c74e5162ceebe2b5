import { instant } from '#shared/kernel/instant.ts'
import { plainDate } from '#shared/kernel/plain-date.ts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { ThemeProvider, type ThemeChoice } from '../theme-provider.tsx'
import '../global.css'
import { FacilityProvider } from '../facility.tsx'
import { ToastHost } from '../toasts.tsx'
import { FieldsPage } from './fields-page.tsx'
import { LayoutPage } from './layout-page.tsx'
import { OverlaysPage } from './overlays-page.tsx'
import { PrintingPage } from './printing-page.tsx'
import { StatesPage } from './states-page.tsx'
import { TablePage } from './table-page.tsx'
import { ValuesPage } from './values-page.tsx'

const pages: Readonly<Record<string, ReactNode>> = {
  values: <ValuesPage />,
  table: <TablePage />,
  fields: <FieldsPage />,
  overlays: <OverlaysPage />,
  layout: <LayoutPage />,
  states: <StatesPage />,
  printing: <PrintingPage />,
}

// `gallery.html?page=table&theme=dark`; the day stands still so that pictures can be compared.
const asked = new URLSearchParams(location.search)
const choices: Readonly<Record<string, ThemeChoice>> = { light: 'light', dark: 'dark', contrast: 'contrast' }
const choice = choices[asked.get('theme') ?? ''] ?? 'system'
const now = instant('2026-11-22T16:20:00.000Z')
const today = plainDate('2026-11-22')
const clock = () => now

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <ThemeProvider choice={choice}>
        <QueryClientProvider client={new QueryClient()}>
          <FacilityProvider zone="America/New_York" today={today} now={clock}>
            <ToastHost>{pages[asked.get('page') ?? 'values']}</ToastHost>
          </FacilityProvider>
        </QueryClientProvider>
      </ThemeProvider>
    </StrictMode>,
  )
}
