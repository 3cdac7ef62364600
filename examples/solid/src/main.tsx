import 'agni-settings/api-keys';
import 'agni-settings/settings';
import 'agni-settings/skeleton.css';
import 'agni-settings/solid';
import { A, Navigate, Route, Router, useNavigate, useParams } from '@solidjs/router';
import { createSignal, type ParentProps } from 'solid-js';
import { render } from 'solid-js/web';
import { apiUrl, getToken } from './session';

/** The provider stays mounted while pages change, so that the pages share loaded data. */
function Layout(props: ParentProps) {
  const [status, setStatus] = createSignal('');
  return (
    <>
      <nav>
        <A href="/settings/profile">Settings</A> <A href="/api-keys">API keys page</A>
      </nav>
      <p role="status">{status()}</p>
      <agni-provider
        base-url={apiUrl}
        prop:getToken={getToken}
        on:agni-profile-updated={({ detail }) => setStatus(`Updated ${detail.email}`)}
      >
        {props.children}
      </agni-provider>
    </>
  );
}

const addressOf = (pane: string) => `/settings/${pane}`;

/** The hub. The route determines the open pane. */
function Settings() {
  const params = useParams<{ pane: string }>();
  const navigate = useNavigate();
  return (
    <agni-settings
      pane={params.pane}
      prop:href={addressOf}
      on:agni-navigate={(event) => {
        event.preventDefault();
        navigate(addressOf(event.detail.pane));
      }}
    />
  );
}

/** One pane on a page of its own. */
const ApiKeys = () => <agni-api-keys heading-level={1} />;

const root = document.getElementById('app');
if (!root) throw new Error('The page has no #app');
render(
  () => (
    <Router root={Layout}>
      <Route path="/settings/:pane" component={Settings} />
      <Route path="/api-keys" component={ApiKeys} />
      <Route path="*" component={() => <Navigate href="/settings/profile" />} />
    </Router>
  ),
  root,
);
