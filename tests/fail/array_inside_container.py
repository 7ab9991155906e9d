from rumpk import Array, u8


def first(tables: list[Array[u8, 4]]) -> u8:
    return tables[0][0]
