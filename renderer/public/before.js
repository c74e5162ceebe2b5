// Before any module: zod builds its schemas while modules load, and its JIT would probe `new Function`, which the content policy forbids and reports.
globalThis.__zod_globalConfig = { jitless: true }
