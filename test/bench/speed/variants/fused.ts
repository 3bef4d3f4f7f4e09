import { portable as session } from '../portable';

export default session('fused');
