NAME = "rumpk
