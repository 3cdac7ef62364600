/** An example in code, in one language. */
export interface Example {
  /** Unique among the examples of the same subject. */
  readonly id: string;
  readonly label: string;
  readonly code: string;
}

/**
 * Headers that sign a request (docs/contract.md 2.4), with a placeholder for the secret: examples are copied into
 * files, and files should contain no secrets.
 */
const signatures = {
  key: { header: 'X-Api-Key', value: 'YOUR_API_KEY' },
  user: { header: 'Authorization', value: 'Bearer YOUR_ACCESS_TOKEN' },
} as const;

/** A GET request in three languages. Each example runs unchanged and needs no package. */
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
