import Charts
import Sweeps
import Testing

@testable import Reports

@Suite struct CurveAxisTests {
    private static func axis(
        _ courses: [[Double]], diverged: Set<Int> = [], others: [[Double]] = [], from ratio: Double? = 100
    ) -> CurveAxis {
        CurveAxis(
            courses.enumerated().map { .init(values: $0.element, isDiverged: diverged.contains($0.offset)) },
            others: others, logarithmicFrom: ratio)
    }

    @Test("what runs away or diverged takes a tenth of the axis, as its lines leave")
    func runaway() {
        let axis = Self.axis([[2, 1, 0.5], [2, 1e10, 1e30], [1e35]], diverged: [2])
        #expect(axis.scale == .linear)
        #expect(abs(axis.room.upperBound - (2 + 1.5 / 9)) < 1e-12)
    }

    @Test("a loss that rises to at most three times the greatest of what learns is shown whole")
    func rising() {
        let axis = Self.axis([[2, 1, 0.5], [2, 3, 5]])
        #expect(axis.room.contains(5) && !axis.room.contains(6))
    }

    @Test("on a logarithmic axis another decade is shown whole")
    func logarithmic() {
        let axis = Self.axis([[2, 0.01], [2, 15]])
        #expect(axis.scale == .log)
        #expect(axis.room.contains(15))
        #expect(!Self.axis([[2, 0.01], [2, 300]]).room.contains(300))
    }

    @Test("single values near 0 take no more than a tenth of a logarithmic axis, a course that goes there has its room")
    func dips() {
        let courses = (0..<4).map { course in (1...200).map { 10 / Double($0 + course) } }
        var dipped = courses
        dipped[1][77] = 1e-12
        let usual = Self.axis(courses)
        #expect(usual.scale == .log && usual.room.contains(10 / 203))
        let room = Self.axis(dipped).room
        #expect(!room.contains(1e-12) && room.lowerBound > 0.02 && room.contains(10 / 203))
        #expect(room.upperBound < 20)
        // So it is with one that does not learn.
        let flat = (1...200).map { $0 == 77 ? 1e-12 : 9 + Double($0) / 200 }
        #expect(!Self.axis(courses + [flat]).room.contains(1e-12))
        #expect(Self.axis([[10, 1, 0.1, 1e-3, 1e-6, 1e-9]]).room.contains(1e-9))
    }

    @Test("curves that lie far above nearly all others take no part of a logarithmic axis but a tenth")
    func farAbove() {
        let learning = (1...5).map { [1e6, 1e5 * Double($0), 1e4 * Double($0)] }
        let axis = Self.axis(learning + [[1e28, 1e24, 1e21], [1e27, 1e20, 1e13]], from: 10)
        #expect(axis.scale == .log)
        #expect(axis.room.upperBound < 3e6)
    }

    @Test("a start that is far above the others' starts does not press their curves together")
    func wildStart() {
        let learning = (1...5).map { seed in (0..<20).map { 1e5 / Double($0 + seed) } }
        let axis = Self.axis(learning + [[1e15] + (1..<20).map { 1e5 / Double($0) }], from: 10)
        #expect(axis.room.upperBound < 1e7)
    }

    @Test("a single value near 0 behind other lines asks for no more than a tenth of theirs")
    func behind() {
        let axis = Self.axis([[2, 0.01]])
        #expect(axis.room(behind: [[2, 0.02]]).lowerBound == 0.002)
        #expect(Self.axis([[2, 1]]).room(behind: [[2, 1]]).lowerBound == -.infinity)
    }

    @Test("where nothing learns, everything has room")
    func nothingLearns() {
        #expect(Self.axis([[2, 8]], diverged: [0]).room.contains(8))
        #expect(Self.axis([[0, 0]]).room.contains(1e300))
        #expect(Self.axis([]).scale == .linear)
    }

    @Test("a loss that rises after its best epoch has learned all the same")
    func overfitting() {
        #expect(Self.axis([[2, 0.5, 1.9], [1, 0.5, 0.4]]).room.contains(2))
    }

    @Test("losses of a regression are logarithmic from a decade on, of a classification from two")
    func decade() throws {
        let loss = ["dev_loss": [30.0, 2]]
        let accuracy = loss.merging(["dev_accuracy": [0.1, 0.2]]) { own, _ in own }
        func scale(_ metrics: [String: [Double]]) throws -> ScaleKind {
            try #require(ChartKind.loss.figure(of: results([trial(1, metrics), trial(2, metrics)]))).y.scale
        }
        #expect(try scale(loss) == .log)
        #expect(try scale(accuracy) == .linear)
    }

    @Test("of a metric that is to be great, grey lines far below leave")
    func bounded() {
        let axis = CurveAxis(
            [.init(values: [0.5, 0.9])], others: [[0.1], [0.1], [0.6]], goal: .maximize, logarithmicFrom: nil)
        #expect(axis.room.contains(0.5) && axis.room.contains(1))
        #expect(axis.contextRoom.contains(0.31) && !axis.contextRoom.contains(0.29))
    }
}
