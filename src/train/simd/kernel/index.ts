export { applyRelu, applyTanh, throughRelu, throughTanh } from './activation';
export { columnSums, gradient } from './gradient';
export { head } from './head/head';
export { adam, descend } from './optimizer';
export { gather, gatherLabels, transpose, unpack } from './panels';
export { product } from './product';
