import './styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { session } from './hub.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root.');
void session.resume();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
