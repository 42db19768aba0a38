/**
 * The message box. The page's value follows `input` events only: text put into the box without one is not sent. Mounted
 * anew for every customer, so a draft never follows to the next one.
 */
import { useEffect, useRef, type KeyboardEvent } from 'react';
import css from './workbench.module.css';

interface EditorProps {
  onValue: (value: string) => void;
  onSend: (text: string) => void;
}

export function Editor({ onValue, onSend }: EditorProps) {
  const box = useRef<HTMLDivElement>(null);
  const value = useRef('');

  // The box is the browser's from here on: React must not touch its children.
  useEffect(() => {
    if (box.current) box.current.innerHTML = '<br>';
    onValue('');
  }, [onValue]);

  const setValue = (text: string) => {
    value.current = text;
    onValue(text);
  };
  const send = () => {
    const text = value.current.trim();
    if (text === '' || !box.current) return;
    box.current.innerHTML = '<br>';
    setValue('');
    onSend(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };

  return (
    <div className={`EditorWrapper ${css.editorWrapper}`}>
      <div className="pell-editor-wrapper">
        <div
          ref={box}
          className={`EditorContent  ${css.editor}`}
          contentEditable
          suppressContentEditableWarning
          onInput={(event) => setValue(event.currentTarget.innerText.replace(/\n$/, ''))}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className={`EditorFoot ${css.editorFoot}`}>
        <div className="SendButtonGroup t-color-1">
          <span className={`send-button ${css.send}`} onClick={send}>
            发送
          </span>
          <span className="SendButton-icon" />
          <div className="set-key-w" hidden>
            <div className="t-item-h">按 Enter 发送</div>
            <div className="t-item-h">按 Ctrl+Enter 发送</div>
          </div>
        </div>
      </div>
    </div>
  );
}
