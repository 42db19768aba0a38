/** Which of a conversation's messages wait for an answer. */

interface SidedMessage {
  from: 'buyer' | 'seller' | 'system' | null;
}

/**
 * What the buyer wrote after the shop's last message.
 * @returns null where somebody wrote of whom it is not certain on which side they stand, since that may have been the answer
 */
export function unansweredOf<Message extends SidedMessage>(messages: readonly Message[]): Message[] | null {
  const open = messages.slice(messages.findLastIndex(({ from }) => from === 'seller') + 1);
  return open.some(({ from }) => from === null) ? null : open.filter(({ from }) => from === 'buyer');
}
