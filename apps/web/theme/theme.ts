import { Button, createTheme, Menu, Modal, Popover, Select, Textarea, TextInput, Tooltip, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The one accent: primary action, focus and selection, nothing else. */
const teal: MantineColorsTuple = [
  '#eaf5f5', '#d5e9ea', '#a9d3d5', '#79bcbf', '#52a8ac', '#36979c', '#1b7b80', '#0f7075', '#0b5d61', '#07494c',
];

/** Mantine's own dark surfaces, in our greys. */
const dark: MantineColorsTuple = ['#e7eaed', '#c3c9cf', '#a0a9b3', '#8a939d', '#3b4248', '#23282c', '#1b1f23', '#16191c', '#0e1113', '#0a0c0e'];

const family = "'Inter Variable', 'Noto Sans Hebrew Variable', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif";

/** Calm and dense: 14 px, radius 6, 1 px borders instead of shadows, motion of at most 150 ms. */
export const theme = createTheme({
  colors: { teal, dark },
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 6 },
  defaultRadius: 6,
  fontFamily: family,
  fontFamilyMonospace: "ui-monospace, 'SFMono-Regular', Menlo, Consolas, monospace",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '18px', md: '20px', lg: '24px', xl: '28px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  headings: {
    fontFamily: family,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '14px', lineHeight: '20px' },
      h3: { fontSize: '13px', lineHeight: '18px' },
    },
  },
  shadows: { xs: 'none', sm: 'none', md: '0 4px 16px rgb(0 0 0 / 12%)', lg: '0 8px 24px rgb(0 0 0 / 14%)', xl: '0 12px 32px rgb(0 0 0 / 18%)' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: Button.extend({
      defaultProps: { size: 'sm' },
      styles: { root: { fontWeight: 550 } },
      vars: (_, { size }) => ({ root: size === 'sm' ? { '--button-height': 'var(--control)', '--button-padding-x': '12px' } : {} }),
    }),
    Modal: Modal.extend({
      defaultProps: { transitionProps: { duration: 120 }, centered: true, overlayProps: { backgroundOpacity: 0.4 } },
      styles: { title: { fontSize: 16, fontWeight: 600 }, content: { border: '1px solid var(--border)' } },
    }),
    // Without the placeholder the first item takes the focus, and a menu holds nothing but items.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false, shadow: 'md', transitionProps: { duration: 100 } } }),
    Popover: Popover.extend({ defaultProps: { transitionProps: { duration: 100 }, shadow: 'md' } }),
    Tooltip: Tooltip.extend({ defaultProps: { transitionProps: { duration: 100 }, openDelay: 300 } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'sm' } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'sm' } }),
    Select: Select.extend({ defaultProps: { size: 'sm', checkIconPosition: 'right' } }),
  },
});

/** Mantine's own surfaces take our greys, which base.css defines once for both schemes. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-2)',
    '--mantine-color-placeholder': 'var(--ink-3)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--border-strong)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-error': 'var(--overdue)',
    '--mantine-color-anchor': 'var(--accent-ink)',
  };
  return { variables: {}, light: shared, dark: shared };
};
