export const apiUrl = 'http://127.0.0.1:4310';

/** Your app's own session goes here. The example signs in at the sandbox. */
export async function getToken() {
  const response = await fetch(`${apiUrl}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: 'owner@northwind.example', password: 'Purple-otter-42' }),
  });
  const { data } = await response.json();
  return data.access_token;
}
