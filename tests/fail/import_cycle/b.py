import a

TWO = a.ONE + 1
