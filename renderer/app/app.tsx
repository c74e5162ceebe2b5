import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { errorCopy } from '#renderer/api/error-words.ts'
import { newQueryClient } from '#renderer/api/query-client.ts'
import { useAppearance } from '#renderer/state/appearance-store.ts'
import { ErrorCopyProvider } from '#renderer/ui/error-copy.tsx'
import { ToastHost } from '#renderer/ui/toasts.tsx'
import { AppErrorBoundary } from './app-error-boundary.tsx'
import { SessionGate } from './session-gate.tsx'
import { ThemeProvider } from '#renderer/ui/theme-provider.tsx'
import { useCoreEvents } from './use-core-events.ts'
import './text-size.css'
import { useTextSize } from './use-text-size.ts'

/** The whole page: what every screen stands on, then whatever the session allows to be seen. */
export function App() {
  const [client] = useState(newQueryClient)
  const theme = useAppearance(s => s.appearance.theme)
  useTextSize()
  useCoreEvents(client)
  return (
    <ThemeProvider choice={theme}>
      <QueryClientProvider client={client}>
        <ErrorCopyProvider value={errorCopy}>
          <ToastHost>
            <AppErrorBoundary what="The workstation's window">
              <SessionGate />
            </AppErrorBoundary>
          </ToastHost>
        </ErrorCopyProvider>
      </QueryClientProvider>
    </ThemeProvider>
  )
}
