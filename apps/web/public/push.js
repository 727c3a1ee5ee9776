// The page's service worker: shows push messages and opens what they are about. It keeps nothing and answers no request.
self.addEventListener('push', (event) => {
  const { title, body, lang, dir, tag, path } = event.data.json();
  event.waitUntil(self.registration.showNotification(title, { body, lang, dir, tag, icon: '/icon.svg', data: { path } }));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const address = new URL(event.notification.data.path, self.location.origin).href;
  event.waitUntil((async () => {
    const [open] = await self.clients.matchAll({ type: 'window' });
    if (!open) return self.clients.openWindow(address);
    await open.focus();
    return open.navigate(address).catch(() => self.clients.openWindow(address));
  })());
});
