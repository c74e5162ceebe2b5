import './zod-config.ts'
import './ui/global.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { WorkstationGate } from './app/workstation-gate.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root element.')
createRoot(root).render(
  <StrictMode>
    <WorkstationGate>
      <App />
    </WorkstationGate>
  </StrictMode>,
)
