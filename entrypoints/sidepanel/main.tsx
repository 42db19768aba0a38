import { mount } from '../../components/mount.tsx';
import { Panel } from '../../components/panel/Panel.tsx';

mount(<Panel />);
