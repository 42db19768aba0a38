import { mount } from '../../components/mount.tsx';
import { Popup } from '../../components/popup/Popup.tsx';

mount(<Popup />);
