import SweepFiles
public import SweepRuns
public import SweepViews
public import Sweeps
public import Workloads

extension PreparedSweep {
    /// Tests the learning rates of optimizers, one after the other, in the order in which they are given.
    ///
    /// - Parameters:
    ///   - cache: what the sweep was prepared with.
    ///   - begin: told of each test before it begins, with its place.
    public func testLearningRates(
        of variants: [OptimizerVariant], from lowest: Double, to highest: Double, steps: Int, seed: Int,
        cache: WorkloadCache, begin: (OptimizerVariant, Int) -> Void
    ) throws -> [(variant: OptimizerVariant, result: LearningRateTest)] {
        try variants.enumerated().map { index, variant in
            begin(variant, index)
            let workload = try Workload(
                configuration: variant.configuration, objective: sweep.objective, folder: file.folder, cache: cache)
            let result = try workload.testLearningRates(from: lowest, to: highest, steps: steps, seed: seed)
            return (variant, result)
        }
    }
}
