/** An example in code, in one language. */
export interface Example {
  /** Unique among the examples of the same thing. */
  readonly id: string;
  readonly label: string;
  readonly code: string;
}

/**
 * Ways to sign a request (docs/contract.md 2.4), with a placeholder where the secret goes: examples are copied into
 * files, where none should be.
 */
const signatures = {
  key: { header: 'X-Api-Key', value: 'YOUR_API_KEY' },
  user: { header: 'Authorization', value: 'Bearer YOUR_ACCESS_TOKEN' },
} as const;

/** A reading request in three languages; each runs as it stands, with nothing installed. */
export function requestExamples(url: string, signedBy: keyof typeof signatures): readonly Example[] {
  const { header, value } = signatures[signedBy];
  return [
    { id: 'curl', label: 'cURL', code: `curl "${url}" \\\n  -H "${header}: ${value}"` },
    {
      id: 'python',
      label: 'Python',
      code: `import json
from urllib.request import Request, urlopen

request = Request("${url}", headers={"${header}": "${value}"})
with urlopen(request, timeout=10) as response:
    print(json.load(response))`,
    },
    {
      id: 'javascript',
      label: 'JavaScript',
      code: `// On your server, never in a web page.
const response = await fetch("${url}", {
  headers: { "${header}": "${value}" },
});
if (!response.ok) throw new Error(response.statusText);
console.log(await response.json());`,
    },
  ];
}
