TWICE = lambda x: 2 * x
