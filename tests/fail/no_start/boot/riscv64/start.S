.globl start
start:
    j start
