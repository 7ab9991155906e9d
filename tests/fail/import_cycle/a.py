from b import TWO

ONE = TWO - 1
