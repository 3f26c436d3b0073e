// Word files on a shelf of the browser, so that a reload does not lose the file that is to be given back.

const NAME = "desk";
const STORE = "files";

/** Keep a file under a key, or forget it. Where the browser has no such shelf nothing is kept. */
export async function putFile(key: string, file: Blob | null): Promise<void> {
  const store = await opened("readwrite");
  if (file) store?.put(file, key);
  else store?.delete(key);
}

/** The file under a key; null where there is none. */
export async function getFile(key: string): Promise<Blob | null> {
  const store = await opened("readonly");
  if (!store) return null;
  return new Promise((done) => {
    const asked = store.get(key);
    asked.onsuccess = () => done((asked.result as Blob | undefined) ?? null);
    asked.onerror = () => done(null);
  });
}

function opened(mode: IDBTransactionMode): Promise<IDBObjectStore | null> {
  return new Promise((done) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
    asked.onsuccess = () => done(asked.result.transaction(STORE, mode).objectStore(STORE));
    asked.onerror = () => done(null);
  });
}
