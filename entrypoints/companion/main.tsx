import { CompanionWindow } from '../../components/companion/CompanionWindow.tsx';
import { mount } from '../../components/mount.tsx';

mount(<CompanionWindow />);
