/** Keeps the room of a line that is still being worked out, so that nothing moves when it is there. */
export function AwaitedLine() {
  return <p aria-busy="true">{'\u00a0'}</p>;
}
