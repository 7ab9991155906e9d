from enum import Enun
