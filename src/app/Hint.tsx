import { useHint, type Hint as Which } from './hints';
import { Icon } from './Icon';

/** A line beside the thing to try, until it has been tried. Plain text: a screen reader meets it once, where it stands. */
export function Hint({ hint, text }: { readonly hint: Which; readonly text: string }) {
  const shown = useHint(hint);
  if (!shown) return null;
  return (
    <p className="hint">
      <Icon name="up" />
      {text}
    </p>
  );
}
