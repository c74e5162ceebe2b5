export { ThemeProvider, useThemeMode, type ThemeChoice } from '#renderer/ui/theme-provider.tsx'
