import { cleanup, render, screen } from '@testing-library/react';
import { useLayoutEffect, type ReactElement } from 'react';
import { afterEach, expect, it } from 'vitest';
import { useArrival } from '../../renderer/state/arrival.ts';

afterEach(cleanup);

function Page({ takesFocus }: { readonly takesFocus: boolean }): ReactElement {
  const heading = useArrival<HTMLHeadingElement>(takesFocus);
  return (
    <h1 ref={heading} tabIndex={-1}>
      Page
    </h1>
  );
}

/** Where the focus is at the end of the commit that brings the page, before anything else may happen. */
function focusAtArrival(takesFocus: boolean): Element | null {
  let focused: Element | null = null;
  function Frame(): ReactElement {
    useLayoutEffect(() => {
      focused = document.activeElement;
    });
    return <Page takesFocus={takesFocus} />;
  }
  render(<Frame />);
  return focused;
}

it('has the focus in the moment in which its page is there', () => {
  expect(focusAtArrival(true)).toBe(screen.getByRole('heading'));
});

it('leaves the focus alone where it is not asked for it', () => {
  expect(focusAtArrival(false)).toBe(document.body);
});
