from ......kernel import log
