import './styles/mantine.css';
import './styles/tokens.css';
import './styles/desk.css';
import './styles/list.css';
import './styles/map.css';
import './styles/report.css';
import './styles/incident.css';
import './styles/reading.css';
import { createTheme, MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';

const theme = createTheme({
  fontFamily: 'var(--sans)',
  headings: { fontFamily: 'var(--serif)' },
  defaultRadius: 4,
  primaryColor: 'sea',
  primaryShade: { light: 7, dark: 3 },
  colors: {
    dark: [
      '#e8e5de',
      '#c9cbcb',
      '#a3abb2',
      '#7d868e',
      '#46515a',
      '#333c43',
      '#1b2125',
      '#171c20',
      '#13171a',
      '#101417',
    ],
    sea: [
      '#eaf3f8',
      '#d5e4ee',
      '#a9c9dc',
      '#8fbcd8',
      '#5f99bd',
      '#3f82ab',
      '#2a6a92',
      '#16506f',
      '#124059',
      '#0c2f43',
    ],
  },
  components: {
    Button: { defaultProps: { size: 'sm', variant: 'filled' } },
    Select: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
  },
});

const client = new QueryClient({
  defaultOptions: { queries: { retry: 1, staleTime: 30_000, refetchOnWindowFocus: false } },
});

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root to draw the desk in.');
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
