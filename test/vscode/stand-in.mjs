#!/usr/bin/env node
import { tsImport } from 'tsx/esm/api';

// VS Code's runner starts an executable file, which TypeScript cannot be.
await tsImport('./stand-in.ts', import.meta.url);
