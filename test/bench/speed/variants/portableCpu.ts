import { portable } from '../portable';

export default portable('cpu');
