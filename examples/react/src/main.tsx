import 'agni-settings/skeleton.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, Navigate, RouterProvider } from 'react-router';
import { ApiKeys, Layout, Settings } from './settings';

const router = createBrowserRouter([
  {
    element: <Layout />,
    children: [
      { path: '/settings/:pane', element: <Settings /> },
      { path: '/api-keys', element: <ApiKeys /> },
      { path: '*', element: <Navigate to="/settings/profile" replace /> },
    ],
  },
]);

const root = document.getElementById('app');
if (!root) throw new Error('The page has no #app');
createRoot(root).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
);
