import 'agni-settings/skeleton.css';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Provider } from './provider';

export const metadata = { title: 'Settings', icons: 'data:,' };

/** The provider stays mounted while pages change, so that the pages share loaded data. */
export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <nav>
          <Link href="/settings/profile">Settings</Link> <Link href="/api-keys">API keys page</Link>
        </nav>
        <Provider>{children}</Provider>
      </body>
    </html>
  );
}
