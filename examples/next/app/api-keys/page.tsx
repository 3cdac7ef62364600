import { AgniApiKeys } from 'agni-settings/react';

/** One pane on a page of its own. */
export default function Page() {
  return <AgniApiKeys headingLevel={1} />;
}
