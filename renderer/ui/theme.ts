import { createDarkTheme, createLightTheme, type BrandVariants, type Theme } from '@fluentui/react-components'
import { contrastColors } from './theme-contrast.ts'

export type ThemeMode = 'light' | 'dark' | 'contrast'

/** OKLCH hue 222, chroma .085: step 80 is 6.5:1 on white, step 130 is 8.0:1 on the dark surface. */
export const harbor: BrandVariants = {
  10: '#00111f', 20: '#002030', 30: '#002d3e', 40: '#00384f', 50: '#00435a', 60: '#004e65', 70: '#005971', 80: '#0a667e',
  90: '#24768f', 100: '#36859e', 110: '#4795ae', 120: '#57a4be', 130: '#73b6cd', 140: '#91c7db', 150: '#aed9e9', 160: '#cbebf6',
}

const font = "'Inter Variable', 'Segoe UI Variable Text', 'Segoe UI', system-ui, sans-serif"

// Fluent's size="small" controls are 24 px tall and read fontSizeBase200: lift that from 12 to 13 px and keep the height.
const density = {
  fontFamilyBase: font,
  fontFamilyNumeric: font,
  fontSizeBase100: '11.5px',
  lineHeightBase100: '16px',
  fontSizeBase200: '13px',
  lineHeightBase200: '18px',
}

const light: Theme = {
  ...createLightTheme(harbor),
  ...density,
  colorNeutralForeground1: '#16202a',
  colorNeutralForeground2: '#344250',
  colorNeutralForeground3: '#4d5b69',
  colorNeutralForeground4: '#5b6977',
  colorNeutralBackground1: '#ffffff',
  colorNeutralBackground1Hover: '#f2f6f8',
  colorNeutralBackground1Pressed: '#e8edf0',
  colorNeutralBackground1Selected: '#e6f1f5',
  colorNeutralBackground2: '#f7f9fa',
  colorNeutralBackground3: '#eff3f5',
  colorNeutralBackground4: '#e8edf0',
  colorSubtleBackgroundHover: '#eff3f5',
  colorSubtleBackgroundPressed: '#e3e9ed',
  colorSubtleBackgroundSelected: '#e6f1f5',
  colorNeutralStroke1: '#c6d0d7',
  colorNeutralStroke1Hover: '#a9b6c0',
  colorNeutralStroke2: '#dde4e9',
  colorNeutralStroke3: '#e9eef1',
  colorNeutralStrokeAccessible: '#5b6977',
  colorNeutralStrokeAccessibleHover: '#4d5b69',
}

const dark: Theme = {
  ...createDarkTheme(harbor),
  ...density,
  colorNeutralForeground1: '#e8edf1',
  colorNeutralForeground2: '#c3ccd4',
  colorNeutralForeground3: '#a3afba',
  colorNeutralForeground4: '#94a1ad',
  colorNeutralBackground1: '#161c22',
  colorNeutralBackground1Hover: '#1e262e',
  colorNeutralBackground1Pressed: '#12181d',
  colorNeutralBackground1Selected: '#17323d',
  colorNeutralBackground2: '#12171c',
  colorNeutralBackground3: '#0d1216',
  colorNeutralBackground4: '#0a0e11',
  colorSubtleBackgroundHover: '#222b33',
  colorSubtleBackgroundPressed: '#1b2229',
  colorSubtleBackgroundSelected: '#17323d',
  colorNeutralStroke1: '#3b4753',
  colorNeutralStroke1Hover: '#56636f',
  colorNeutralStroke2: '#29323b',
  colorNeutralStroke3: '#222a32',
  colorNeutralStrokeAccessible: '#94a1ad',
  colorNeutralStrokeAccessibleHover: '#a3afba',
  colorBrandForeground1: harbor[130],
  colorBrandForeground2: harbor[140],
  colorBrandForegroundLink: harbor[130],
  colorCompoundBrandForeground1: harbor[130],
}

const contrast: Theme = contrastColors({ ...createDarkTheme(harbor), ...density })

/** The Fluent theme of each mode. Contrast is our own black theme; Windows' forced colours work in every mode besides. */
export const themes: Readonly<Record<ThemeMode, Theme>> = { light, dark, contrast }
