import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { type Bookmark, MOST_BOOKMARKS } from '../lab/bookmarks';
import { useLab, useLabState, useWords } from './context';
import { Icon } from './Icon';

/** A kept look: its name, which can be written anew, the way to it, and out with it. */
function Row({ bookmark, isNew }: { readonly bookmark: Bookmark; readonly isNew: boolean }) {
  const lab = useLab();
  const { history: words } = useWords();
  const shown = useLabState(({ lookBack }) => lookBack?.look === bookmark.look);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isNew) field.current?.select();
  }, [isNew]);
  const { id, name, look } = bookmark;
  const { step } = look.moment;
  return (
    <li>
      <input
        ref={field}
        type="text"
        aria-label={words.nameOf(step)}
        maxLength={40}
        value={name}
        onChange={(event) => lab.renameBookmark(id, event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && lab.goTo(bookmark)}
      />
      <button
        type="button"
        aria-label={words.goTo(name, step)}
        aria-pressed={shown}
        onClick={() => lab.goTo(bookmark)}
      >
        {words.at(step)}
      </button>
      <button
        type="button"
        className="bare icon-only"
        aria-label={words.remove(name)}
        title={words.remove(name)}
        onClick={() => lab.removeBookmark(id)}
      >
        <Icon name="remove" />
      </button>
    </li>
  );
}

function Panel({ onClose }: { readonly onClose: () => void }) {
  const lab = useLab();
  const words = useWords();
  const said = words.history;
  const bookmarks = useLabState((state) => state.bookmarks);
  const moved = useLabState(({ byHand }) => byHand !== null);
  const [added, setAdded] = useState<number | null>(null);
  const full = bookmarks.length >= MOST_BOOKMARKS;
  const adder = useRef<HTMLButtonElement>(null);
  useEffect(() => adder.current?.focus(), []);
  const title = useId();
  const add = (): void => {
    const step = lab.feed.now.whole?.moment.step;
    if (step !== undefined) setAdded(lab.addBookmark(said.at(step))?.id ?? null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <section className="bookmarks" aria-labelledby={title} onKeyDown={onKeyDown}>
      <div className="share-title">
        <span id={title}>{said.bookmarks}</span>
        <button
          type="button"
          className="bare icon-only"
          aria-label={said.close}
          title={said.close}
          onClick={onClose}
        >
          <Icon name="remove" />
        </button>
      </div>
      <ul>
        {bookmarks.map((bookmark) => (
          <Row key={bookmark.id} bookmark={bookmark} isNew={bookmark.id === added} />
        ))}
      </ul>
      <button ref={adder} type="button" disabled={full || moved} onClick={add}>
        <Icon name="bookmark" />
        {full ? said.full(MOST_BOOKMARKS) : said.add}
      </button>
      <p>{said.carries}</p>
    </section>
  );
}

/** Looks that are kept by name. */
export function Bookmarks() {
  const { history: words } = useWords();
  const count = useLabState(({ bookmarks }) => bookmarks.length);
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <div className="bookmarks-place">
      <button
        ref={opener}
        type="button"
        className="icon-only"
        aria-expanded={open}
        title={words.bookmarksAbout}
        onClick={() => (open ? close() : setOpen(true))}
      >
        <Icon name="bookmark" />
        <span className="unseen">{words.bookmarks} </span>
        {count > 0 && <span className="bookmarks-count">{count}</span>}
      </button>
      {open && <Panel onClose={close} />}
    </div>
  );
}
