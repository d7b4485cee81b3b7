import { Anchor, createTheme, type CSSVariablesResolver } from '@mantine/core';

export const theme = createTheme({
  primaryColor: 'cyan',
  // Dark enough that white text on it has a contrast of 4.5 (WCAG 1.4.3).
  primaryShade: 9,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: { fontWeight: '600' },
  components: {
    // Not by colour alone (WCAG 1.4.1).
    Anchor: Anchor.extend({ defaultProps: { underline: 'always' } }),
    // Not by its own `extend`: its code is no part of the first view.
    Modal: { defaultProps: { centered: true, closeButtonProps: { 'aria-label': 'Close' } } },
  },
});

/** Colours of texts that the library makes too pale to be read by everyone: 4.5 to 1 on what they stand on. */
export const readableColours: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-orange-filled': '#b93d06',
    '--mantine-color-orange-filled-hover': '#a33505',
    '--mantine-color-cyan-filled-hover': '#095c6d',
    '--mantine-color-dimmed': '#5c636a',
    '--mantine-color-error': '#c92a2a',
    '--mantine-color-placeholder': '#6b7280',
    '--mantine-color-cyan-light-hover': '#c5f6fa',
    '--mantine-color-yellow-light-color': '#7a4b00',
    '--mantine-color-orange-outline': '#b33b00',
    '--mantine-color-orange-light-color': '#9c3400',
    '--mantine-color-teal-light-color': '#066649',
    '--mantine-color-teal-outline': '#066649',
  },
  dark: {
    '--mantine-color-orange-filled': '#b93d06',
    '--mantine-color-orange-filled-hover': '#a33505',
    '--mantine-color-cyan-filled-hover': '#095c6d',
    '--mantine-color-dimmed': '#a6a7ab',
    '--mantine-color-error': '#ff8787',
    '--mantine-color-placeholder': '#9a9ca1',
    '--mantine-color-anchor': '#66d9e8',
  },
});
