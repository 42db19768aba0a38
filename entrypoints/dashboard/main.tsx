import { Dashboard } from '../../components/dashboard/Dashboard.tsx';
import { mount } from '../../components/mount.tsx';

mount(<Dashboard />);
