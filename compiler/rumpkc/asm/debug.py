"""placeholder"""
def add_line_table(assembler): pass
