// What a webview sees of four themes of the editor: the main variables of Dark Modern, Light Modern and the two of high contrast.

export type ThemeName = 'dark' | 'light' | 'hc-dark' | 'hc-light';

interface Theme {
  /** Class of the body. */
  readonly kind: string;
  readonly variables: Readonly<Record<string, string>>;
}

const fonts = {
  '--vscode-font-family': 'system-ui, "DejaVu Sans", sans-serif',
  '--vscode-font-size': '13px',
  '--vscode-editor-font-family': '"DejaVu Sans Mono", monospace',
};

export const themes: Readonly<Record<ThemeName, Theme>> = {
  dark: {
    kind: 'vscode-dark',
    variables: {
      ...fonts,
      '--vscode-foreground': '#cccccc',
      '--vscode-descriptionForeground': '#9d9d9d',
      '--vscode-editor-background': '#1f1f1f',
      '--vscode-editor-foreground': '#cccccc',
      '--vscode-focusBorder': '#0078d4',
      '--vscode-textLink-foreground': '#4daafc',
      '--vscode-button-background': '#0078d4',
      '--vscode-button-foreground': '#ffffff',
      '--vscode-button-hoverBackground': '#026ec1',
      '--vscode-button-border': '#ffffff12',
      '--vscode-editorHoverWidget-background': '#202020',
      '--vscode-editorHoverWidget-foreground': '#cccccc',
      '--vscode-editorHoverWidget-border': '#454545',
      '--vscode-toolbar-hoverBackground': '#5a5d5e50',
      '--vscode-charts-green': '#89d185',
      '--vscode-charts-blue': '#59a4f9',
      '--vscode-charts-yellow': '#cca700',
      '--vscode-charts-red': '#f14c4c',
      '--vscode-charts-purple': '#b180d7',
    },
  },
  light: {
    kind: 'vscode-light',
    variables: {
      ...fonts,
      '--vscode-foreground': '#3b3b3b',
      '--vscode-descriptionForeground': '#3b3b3b',
      '--vscode-editor-background': '#ffffff',
      '--vscode-editor-foreground': '#3b3b3b',
      '--vscode-focusBorder': '#005fb8',
      '--vscode-textLink-foreground': '#005fb8',
      '--vscode-button-background': '#005fb8',
      '--vscode-button-foreground': '#ffffff',
      '--vscode-button-hoverBackground': '#0258a8',
      '--vscode-button-border': '#0000001a',
      '--vscode-editorHoverWidget-background': '#f8f8f8',
      '--vscode-editorHoverWidget-foreground': '#3b3b3b',
      '--vscode-editorHoverWidget-border': '#c8c8c8',
      '--vscode-toolbar-hoverBackground': '#b8b8b850',
      '--vscode-charts-green': '#388a34',
      '--vscode-charts-blue': '#0063d3',
      '--vscode-charts-yellow': '#bf8803',
      '--vscode-charts-red': '#e51400',
      '--vscode-charts-purple': '#652d90',
    },
  },
  'hc-dark': {
    kind: 'vscode-high-contrast',
    variables: {
      ...fonts,
      '--vscode-foreground': '#ffffff',
      '--vscode-descriptionForeground': 'rgba(255, 255, 255, 0.7)',
      '--vscode-editor-background': '#000000',
      '--vscode-editor-foreground': '#ffffff',
      '--vscode-focusBorder': '#f38518',
      '--vscode-contrastBorder': '#6fc3df',
      '--vscode-textLink-foreground': '#21a6ff',
      '--vscode-button-background': '#000000',
      '--vscode-button-foreground': '#ffffff',
      '--vscode-button-border': '#6fc3df',
      '--vscode-editorHoverWidget-background': '#0c141f',
      '--vscode-editorHoverWidget-foreground': '#ffffff',
      '--vscode-editorHoverWidget-border': '#6fc3df',
      '--vscode-charts-green': '#89d185',
      '--vscode-charts-blue': '#59a4f9',
      '--vscode-charts-yellow': '#ffd370',
      '--vscode-charts-red': '#f48771',
      '--vscode-charts-purple': '#b180d7',
    },
  },
  'hc-light': {
    kind: 'vscode-high-contrast-light vscode-high-contrast',
    variables: {
      ...fonts,
      '--vscode-foreground': '#292929',
      '--vscode-descriptionForeground': 'rgba(41, 41, 41, 0.7)',
      '--vscode-editor-background': '#ffffff',
      '--vscode-editor-foreground': '#292929',
      '--vscode-focusBorder': '#006bbd',
      '--vscode-contrastBorder': '#0f4a85',
      '--vscode-textLink-foreground': '#0f4a85',
      '--vscode-button-background': '#0f4a85',
      '--vscode-button-foreground': '#ffffff',
      '--vscode-button-border': '#0f4a85',
      '--vscode-editorHoverWidget-background': '#ffffff',
      '--vscode-editorHoverWidget-foreground': '#292929',
      '--vscode-editorHoverWidget-border': '#0f4a85',
      '--vscode-charts-green': '#374e06',
      '--vscode-charts-blue': '#1a85ff',
      '--vscode-charts-yellow': '#895503',
      '--vscode-charts-red': '#b5200d',
      '--vscode-charts-purple': '#652d90',
    },
  },
};
