import Testing

@testable import Charts

@Suite struct TicksTests {
    /// Six points a character, as in a record.
    private func room(_ length: Double) -> Ticks.Room {
        Ticks.Room(length: length, spacing: 60, gap: 6) { label in
            6 * Double(label.reduce(0) { $0 + $1.string.count })
        }
    }

    private func labels(_ ticks: Ticks) -> [String] {
        ticks.major.map { $0.label.map { $0.isRaised ? "^" + $0.string : $0.string }.joined() }
    }

    @Test("labels never touch, however long they are and however short the axis is")
    func neverTouching() {
        for length in stride(from: 10.0, through: 900, by: 89) {
            for (lower, upper) in [(0.0, 1.0), (1, 30), (1e-7, 9e-7), (1.0000001, 1.0000009), (-4e9, 8e12), (0.02, 70)]
            {
                for kind in ScaleKind.allCases where kind == .linear || lower > 0 {
                    let room = room(length)
                    let ticks = Ticks(Scale(kind, from: lower, to: upper), isWhole: false, room: room)
                    for (one, next) in zip(ticks.major, ticks.major.dropFirst()) {
                        let distance = (next.position - one.position) * length
                        #expect(distance >= (room.extent(one.label) + room.extent(next.label)) / 2)
                    }
                    #expect(ticks.major.allSatisfy { (-1e-6...1 + 1e-6).contains($0.position) })
                }
            }
        }
    }

    @Test("a logarithmic axis has a label for each power of ten, and small ticks between")
    func decades() {
        let ticks = Ticks(Scale(.log, from: 1e-5, to: 1), isWhole: false, room: room(500))
        #expect(labels(ticks) == ["10^−5", "10^−4", "10^−3", "10^−2", "10^−1", "10^0"])
        #expect(ticks.minor.count == 40)
    }

    @Test("short powers of ten are written out")
    func plainDecades() {
        let ticks = Ticks(Scale(.log, from: 0.01, to: 100), isWhole: false, room: room(500))
        #expect(labels(ticks) == ["0.01", "0.1", "1", "10", "100"])
    }

    @Test("between few powers of ten there are 1, 2 and 5")
    func oneTwoFive() {
        let ticks = Ticks(Scale(.log, from: 0.15, to: 6), isWhole: false, room: room(500))
        #expect(labels(ticks) == ["0.2", "0.5", "1", "2", "5"])
    }

    @Test("on less than that ticks are evenly spaced")
    func lessThanADecade() {
        let ticks = Ticks(Scale(.log, from: 0.0087, to: 0.0101), isWhole: false, room: room(500))
        #expect(labels(ticks).first == "0.0088")
        #expect(ticks.major.count >= 4)
    }

    @Test("powers of ten are skipped where there are hundreds")
    func manyDecades() {
        let ticks = Ticks(Scale(.log, from: 1e-300, to: 1e300), isWhole: false, room: room(500))
        #expect((4...12).contains(ticks.major.count))
        #expect(labels(ticks).contains("10^0"))
    }

    @Test("epochs are counted from a tick at 1")
    func firstEpoch() {
        func whole(_ last: Double) -> [String] {
            labels(Ticks(Scale(.linear, from: 1, to: last), isWhole: true, room: room(300)))
        }
        #expect(whole(40) == ["1", "10", "20", "30", "40"])
        #expect(whole(12) == ["1", "2", "4", "6", "8", "10", "12"])
        #expect(whole(5) == ["1", "2", "3", "4", "5"])
        #expect(labels(Ticks(Scale(.linear, from: 1, to: 40), isWhole: false, room: room(300))).first == "10")
    }

    @Test("there are three labels at least where they are free")
    func atLeastThree() {
        let ticks = Ticks(Scale(.linear, from: 0.973, to: 0.997), isWhole: false, room: room(180))
        #expect(labels(ticks) == ["0.975", "0.980", "0.985", "0.990", "0.995"])
        #expect(labels(Ticks(Scale(.linear, from: 0.973, to: 0.997), isWhole: false, room: room(90))).count == 2)
    }

    @Test("a single epoch has its tick")
    func singleEpoch() {
        let ticks = Ticks(Scale(.linear, from: 0.5, to: 1.5), isWhole: true, room: room(500))
        #expect(labels(ticks) == ["1"])
    }
}
