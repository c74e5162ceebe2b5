export { taskQueries } from './task-queries.ts'
export { TasksList } from './tasks-list.tsx'
