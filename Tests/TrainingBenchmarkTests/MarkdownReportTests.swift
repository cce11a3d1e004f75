import Testing

@testable import TrainingBenchmark

@Suite("The benchmark's report")
struct MarkdownReportTests {
    private let benchmark = BenchmarkCase(
        widths: [4, 3, 2], batchSize: 8, examples: 20, optimizer: .adam, goal: 1.5)

    @Test("compares medians per step with PyTorch's best variant")
    func comparison() {
        var result = BenchmarkResult(benchmark)
        // Three steps a pass.
        result.own = [3e-5, 9, 1e-5, 3e-5]
        result.peer = [.plain: [9e-3, 6e-3, 7e-3], .foreach: [6e-3, 6e-3, 0], .fused: [8e-3, 8e-3]]
        #expect(
            MarkdownReport.text([result], machine: "A machine", versions: "PyTorch 2").hasSuffix(
                """
                | network | batch | optimizer | sweep | PyTorch | its best variant | ratio | goal |
                | --- | --- | --- | --- | --- | --- | --- | --- |
                | 4-3-2 | 8 | adam | 10.0 µs | 2.00 ms | foreach | 200× | 1.50× |
                """))
    }

    @Test("tells our own times alone, and says so, where there is no PyTorch")
    func withoutPeer() {
        var result = BenchmarkResult(benchmark)
        result.own = [3e-3]
        let text = MarkdownReport.text([result], machine: "A machine", versions: nil)
        #expect(text.contains("There is no PyTorch to compare with; `make benchmark TORCH=yes` installs one and does."))
        #expect(text.hasSuffix("| 4-3-2 | 8 | adam | 1.00 ms |"))
    }

    @Test("has the middle of an odd number of times and the mean of the two middle ones of an even number")
    func medians() {
        #expect(BenchmarkResult.median([3, 1, 2]) == 2)
        #expect(BenchmarkResult.median([4, 1, 3, 2]) == 2.5)
    }
}
