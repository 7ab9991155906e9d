"""What `os` is served by on the host: the operating system, by way of compiler/rumpkc/targets/host/run.py."""
