import { z } from 'zod'

// First import of main.tsx. zod's JIT probes `new Function`, which the content security policy forbids and reports.
z.config({ jitless: true })
