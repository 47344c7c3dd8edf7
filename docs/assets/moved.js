// Leads from an old address to the new one at once, and takes ?query and #part along.
{
  const { to, parts } = document.currentScript.dataset;
  const moved = new Map(Object.entries(JSON.parse(parts)));
  const target = new URL(moved.get(location.hash.slice(1)) ?? to, location.href);
  target.search = location.search;
  if (!target.hash) target.hash = location.hash;
  location.replace(target);
}
