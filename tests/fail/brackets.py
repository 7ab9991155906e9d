ITEMS = [1, 2)
