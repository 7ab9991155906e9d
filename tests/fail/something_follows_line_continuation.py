TOTAL = 1 + \ # first part
    2
