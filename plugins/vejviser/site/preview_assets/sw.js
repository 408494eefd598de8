/* A preview is never kept for use without a network: a worker of an earlier site takes itself away. */
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.registration.unregister()));
