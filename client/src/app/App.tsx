import { QueryClientProvider } from '@tanstack/react-query';
import { BrowserRouter } from 'react-router';
import { queries } from '../lib/query.ts';
import { Toasts } from '../ui/Toast.tsx';
import { Boundary } from './Boundary.tsx';
import { Pages } from './Pages.tsx';

export const App = () => (
  <Boundary>
    <QueryClientProvider client={queries}>
      <BrowserRouter>
        <Pages />
      </BrowserRouter>
      <Toasts />
    </QueryClientProvider>
  </Boundary>
);
