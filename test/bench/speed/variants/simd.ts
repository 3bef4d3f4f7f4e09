import { portable } from '../portable';

export default portable('simd');
