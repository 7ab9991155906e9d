"""Averages and spreads of what can be walked over once, of sets and views."""
import statistics
from statistics import mean, median, stdev, fmean, mode, pstdev, variance

def main() -> None:
    xs = [1, 5, 2]
    print(mean(x for x in xs))
    print(fmean(x * 1.0 for x in xs), median(x for x in xs), mode(x for x in xs))
    print(stdev(x for x in xs), pstdev(map(float, xs)), variance(x * 2.0 for x in xs))
    print(mean({1, 2}), mean({1: 2}.values()), median({3: 1}.keys()), mean(range(4)), statistics.median_low(x for x in xs))
    print(statistics.multimode(c for c in "aab"), statistics.quantiles((x for x in xs), n=2))
    d = {"a": 1.5, "b": 2.5}
    print(mean(d.values()), fmean(d.values()), median(d.values()), stdev(d.values()))

if __name__ == "__main__":
    main()
