import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startI18n } from '../lib/i18n.ts';
import { watchLink } from '../lib/link.ts';
import { rememberOwner } from '../lib/owner.ts';
import { keepDraftsPrivate } from '../lib/storage.ts';
import '../ui/tokens.css';
import '../ui/base.css';
import { App } from './App.tsx';
import { startAppearance } from './appearance.ts';

startAppearance();
watchLink();
keepDraftsPrivate();
rememberOwner();
await startI18n();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
