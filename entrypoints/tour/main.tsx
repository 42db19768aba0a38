import { Tour } from '../../components/tour/Tour.tsx';
import { mount } from '../../components/mount.tsx';

mount(<Tour />);
