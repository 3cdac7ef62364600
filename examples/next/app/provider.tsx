'use client';

import { AgniProvider } from 'agni-settings/react';
import { type ReactNode, useState } from 'react';
import { apiUrl, getToken } from './session';

export function Provider({ children }: { children: ReactNode }) {
  const [status, setStatus] = useState('');
  return (
    <>
      <p role="status">{status}</p>
      <AgniProvider
        baseUrl={apiUrl}
        getToken={getToken}
        onAgniProfileUpdated={({ detail }) => setStatus(`Updated ${detail.email}`)}
      >
        {children}
      </AgniProvider>
    </>
  );
}
