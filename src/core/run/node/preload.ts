import { loadCompiler } from './cached-compiler';

loadCompiler();
