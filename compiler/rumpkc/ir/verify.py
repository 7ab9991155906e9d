def verify_program(program): pass
