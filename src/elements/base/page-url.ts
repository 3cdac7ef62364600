/** URL of the page with a pane, or a place in a pane, after `#`. Absolute, because `#id` resolves against `<base href>`. */
export function pageUrl(id: string, place = ''): string {
  return `${location.href.replace(/#.*/, '')}#${encodeURI(place ? `${id}/${place}` : id)}`;
}
