import { type MappingAlgorithm, type ThemeConfig, theme } from 'antd';

/** The values of ui/tokens.css in Ant Design's words. */
const base = {
  fontFamily: 'var(--font)',
  fontSize: 14,
  borderRadius: 8,
  borderRadiusLG: 12,
  borderRadiusSM: 6,
  controlHeight: 36,
  controlHeightLG: 48,
  controlHeightSM: 30,
  motionDurationFast: '0.08s',
  motionDurationMid: '0.12s',
  motionDurationSlow: '0.15s',
};
const Button = { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' };
const Table = {
  cellPaddingBlock: 7,
  cellPaddingInline: 10,
  cellFontSize: 13,
  headerBg: 'transparent',
  headerSplitColor: 'transparent',
  rowSelectedBg: 'var(--shan-tint)',
  rowSelectedHoverBg: 'var(--shan-tint)',
};

export const light: ThemeConfig = {
  cssVar: { key: 'shanhai' },
  components: { Button, Table },
  token: {
    ...base,
    colorPrimary: '#0B6B63',
    colorInfo: '#1B5E93',
    colorLink: '#1B5E93',
    colorSuccess: '#0B7350',
    colorWarning: '#8F5200',
    colorError: '#C4162A',
    colorText: '#12262A',
    colorTextSecondary: '#46595E',
    colorTextTertiary: '#596C71',
    colorTextPlaceholder: '#596C71',
    colorBgLayout: '#F2F6F5',
    colorBgContainer: '#FFFFFF',
    colorBorder: '#788A90',
    colorBorderSecondary: '#D6E0DE',
  },
};

/** The dark algorithm shifts its seeds; this puts them back, so that the measured contrast ratios hold. */
const exact: MappingAlgorithm = (seed, map) => ({
  ...map!,
  colorPrimary: seed.colorPrimary,
  colorInfo: seed.colorInfo,
  colorLink: seed.colorLink,
  colorSuccess: seed.colorSuccess,
  colorWarning: seed.colorWarning,
  colorError: seed.colorError,
});

export const dark: ThemeConfig = {
  cssVar: { key: 'shanhai-dark' },
  algorithm: [theme.darkAlgorithm, exact],
  components: { Table, Button: { ...Button, primaryColor: '#06211E', dangerColor: '#2A0508' } },
  token: {
    ...base,
    colorPrimary: '#3FB8A8',
    colorInfo: '#6DB3EA',
    colorLink: '#6DB3EA',
    colorSuccess: '#4CC695',
    colorWarning: '#F2B24C',
    colorError: '#FF6B73',
    colorText: '#E6F0EF',
    colorTextSecondary: '#A9BCC0',
    colorTextTertiary: '#8CA1A6',
    colorTextPlaceholder: '#8CA1A6',
    colorBgLayout: '#0B1A1E',
    colorBgContainer: '#12262B',
    colorBgElevated: '#1A3238',
    colorBorder: '#67818A',
    colorBorderSecondary: '#274249',
  },
};
