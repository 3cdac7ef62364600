import { AgniApiKeys, AgniProvider, AgniSettings } from 'agni-settings/react';
import { useState } from 'react';
import { Link, Outlet, useNavigate, useParams } from 'react-router';
import { apiUrl, getToken } from './session';

/** The provider stays mounted while pages change, so that the pages share loaded data. */
export function Layout() {
  const [status, setStatus] = useState('');
  return (
    <>
      <nav>
        <Link to="/settings/profile">Settings</Link> <Link to="/api-keys">API keys page</Link>
      </nav>
      <p role="status">{status}</p>
      <AgniProvider
        baseUrl={apiUrl}
        getToken={getToken}
        onAgniProfileUpdated={({ detail }) => setStatus(`Updated ${detail.email}`)}
      >
        <Outlet />
      </AgniProvider>
    </>
  );
}

const addressOf = (pane: string) => `/settings/${pane}`;

/** The hub. The route determines the open pane. */
export function Settings() {
  const { pane } = useParams();
  const navigate = useNavigate();
  return (
    <AgniSettings
      pane={pane}
      href={addressOf}
      onAgniNavigate={(event) => {
        event.preventDefault();
        navigate(addressOf(event.detail.pane));
      }}
    />
  );
}

/** One pane on a page of its own. */
export function ApiKeys() {
  return <AgniApiKeys headingLevel={1} />;
}
