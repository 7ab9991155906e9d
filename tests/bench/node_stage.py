"""One node through one stage: what a `where` does with it, from bytes to bytes.

    python -c 'from tests.bench.node_stage import main; main()'     rumpkc run tests/bench/node_stage.py -- -icount shift=0

Prints how many nodes passed and the instructions a node took.
"""
