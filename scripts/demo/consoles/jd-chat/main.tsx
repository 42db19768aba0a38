/** JD's chat workbench: conversation lists, messages, editor. */
import { useEffect, useState } from 'react';
import type { ChatCheckin } from '../../answers/jd-api.ts';
import { lateMs } from '../shared/late.ts';
import { mount } from '../shared/mount.tsx';
import { post } from '../shared/post.ts';
import { Workbench } from './Workbench.tsx';

function Page() {
  const [checkin, setCheckin] = useState<ChatCheckin | null>(null);
  useEffect(() => {
    void post('https://dongdong.jd.com/workbench/checkin.json', '').then((answer) => {
      const loaded: ChatCheckin = JSON.parse(answer);
      setTimeout(() => setCheckin(loaded), lateMs(600));
    });
  }, []);
  return checkin ? <Workbench {...checkin} /> : <div className="root" />;
}

mount(<Page />);
