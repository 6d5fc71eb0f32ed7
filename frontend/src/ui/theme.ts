import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

const accent: MantineColorsTuple = [
  '#e8f5f7',
  '#cfe9ee',
  '#a6d7e0',
  '#7ac6d3',
  '#5bbccd',
  '#2f93a6',
  '#177a8d',
  '#0b6073',
  '#0a5061',
  '#083f4d',
];

const gray: MantineColorsTuple = [
  '#f6f7f7',
  '#eef0f0',
  '#e3e6e7',
  '#d5d9db',
  '#b9bec1',
  '#7f858a',
  '#565b60',
  '#43484c',
  '#2d3134',
  '#1c1e20',
];

const dark: MantineColorsTuple = [
  '#e8e9ea',
  '#c9cccf',
  '#a9adb1',
  '#7d8388',
  '#45494d',
  '#333639',
  '#26282a',
  '#1d1e20',
  '#151617',
  '#0e0f10',
];

// the kit's own red has 3.9:1 under white
const red: MantineColorsTuple = [
  '#fdecea',
  '#fbd3cf',
  '#f7aca5',
  '#f28d84',
  '#ff9b92',
  '#d8554b',
  '#bf3a31',
  '#a3211a',
  '#8a1912',
  '#6f120c',
];

/** White on the dark scheme's light accent would have 2:1; Mantine cannot know the scheme here. */
const readableOnAccent: VariantColorsResolver = (input) => {
  const colours = defaultVariantColorsResolver(input);
  const isAccent = (input.color ?? input.theme.primaryColor) === 'accent';
  return input.variant === 'filled' && isAccent
    ? { ...colours, color: 'var(--on-accent)' }
    : colours;
};

/** Mantine's half of the look; the tokens it does not know are in tokens.css. */
export const theme = createTheme({
  colors: { accent, gray, dark, red },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  variantColorResolver: readableOnAccent,
  black: '#1c1e20',
  fontFamily: 'var(--font-body)',
  fontFamilyMonospace: 'var(--font-mono)',
  headings: {
    fontFamily: 'var(--font-body)',
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.875rem', lineHeight: '1.2' },
      h2: { fontSize: '1.375rem', lineHeight: '1.3' },
      h3: { fontSize: '1.1875rem', lineHeight: '1.35' },
      h4: { fontSize: '1.0625rem', lineHeight: '1.4' },
    },
  },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Checkbox: { defaultProps: { iconColor: 'var(--on-accent)' } },
    Radio: { defaultProps: { iconColor: 'var(--on-accent)' } },
    Modal: { defaultProps: { transitionProps: { duration: 120 }, centered: true } },
    // a dialog's heading is no banner of the page, which Mantine's <header> would make it
    ModalHeader: { defaultProps: { role: 'none' } },
    DrawerHeader: { defaultProps: { role: 'none' } },
    Menu: { defaultProps: { transitionProps: { duration: 100 }, shadow: 'md' } },
    Tooltip: {
      defaultProps: { events: { hover: true, focus: true, touch: false }, openDelay: 300 },
    },
    Table: { defaultProps: { verticalSpacing: 'xs' } },
    Anchor: { defaultProps: { underline: 'always' } },
  },
});

/** Where Mantine's own greys would fall short of 4.5:1, ours take their place. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--mantine-primary-color-contrast': 'var(--on-accent)' },
  light: {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-quiet)',
    '--mantine-color-placeholder': 'var(--ink-quiet)',
    '--mantine-color-error': 'var(--danger-ink)',
    '--mantine-color-anchor': 'var(--accent-ink)',
    '--mantine-color-default-border': 'var(--line)',
  },
  dark: {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-quiet)',
    '--mantine-color-placeholder': 'var(--ink-quiet)',
    '--mantine-color-error': 'var(--danger-ink)',
    '--mantine-color-anchor': 'var(--accent-ink)',
    '--mantine-color-default-border': 'var(--line)',
  },
});
