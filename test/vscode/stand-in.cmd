@node "%~dp0stand-in.mjs" %*
