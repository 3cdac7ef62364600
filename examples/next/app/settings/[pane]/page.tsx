'use client';

import { AgniSettings } from 'agni-settings/react';
import { useParams, useRouter } from 'next/navigation';

const addressOf = (pane: string) => `/settings/${pane}`;

/** The hub. The route determines the open pane. */
export default function Page() {
  const { pane } = useParams<{ pane: string }>();
  const router = useRouter();
  return (
    <AgniSettings
      pane={pane}
      href={addressOf}
      onAgniNavigate={(event) => {
        event.preventDefault();
        router.push(addressOf(event.detail.pane));
      }}
    />
  );
}
