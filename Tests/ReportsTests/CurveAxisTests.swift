import Charts
import Testing

@testable import Reports

@Suite struct CurveAxisTests {
    @Test("what runs away or diverged asks for no room beyond a little more than what learns")
    func runaway() {
        let axis = CurveAxis(
            [[2, 1, 0.5], [2, 1e10, 1e30], [1e35]], diverged: [false, false, true], logarithmicFrom: 100)
        #expect(axis.scale == .linear)
        #expect(axis.room == -.infinity...6)
        #expect(axis.contextRoom == -.infinity...2.75)
    }

    @Test("on a logarithmic axis there is more room")
    func logarithmic() {
        let axis = CurveAxis([[2, 0.01], [2, 300]], diverged: [false, false], logarithmicFrom: 100)
        #expect(axis.scale == .log)
        #expect(axis.room == -.infinity...200)
    }

    @Test("a single value near 0 behind other lines asks for no more than a tenth of theirs")
    func behind() {
        let axis = CurveAxis([[2, 0.01]], diverged: [false], logarithmicFrom: 100)
        #expect(axis.room(behind: [[2, 0.02]]) == 0.002...200)
        #expect(CurveAxis([[2, 1]], diverged: [false], logarithmicFrom: 100).room(behind: [[2, 1]]) == -.infinity...6)
    }

    @Test("where nothing learns, everything has room")
    func nothingLearns() {
        #expect(CurveAxis([[2, 8]], diverged: [true], logarithmicFrom: 100).room == -.infinity...24)
        #expect(CurveAxis([[0, 0]], diverged: [false], logarithmicFrom: 100).room.contains(1e300))
        #expect(CurveAxis([], diverged: [], logarithmicFrom: 100).scale == .linear)
    }

    @Test("a loss that rises after its best epoch has learned all the same")
    func overfitting() {
        let axis = CurveAxis([[2, 0.5, 1.9], [1, 0.5, 0.4]], diverged: [false, false], logarithmicFrom: 100)
        #expect(axis.room == -.infinity...6)
    }

    @Test("of a metric with bounds only grey lines far below may leave")
    func bounded() {
        let axis = CurveAxis(bounded: [[0.5, 0.9]])
        #expect(axis.room.contains(0))
        #expect(axis.contextRoom.contains(0.3) && !axis.contextRoom.contains(0.29))
    }
}
