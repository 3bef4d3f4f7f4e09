import { portable } from '../portable';

export default portable('fused');
