import Settings
import Sweeps
import Testing

@testable import SweepPlanning

@Suite("Grid search")
struct GridTests {
    private func lines(_ spaces: [SearchSpace]) throws -> [String] {
        let grid = try GridSampler(spaces)
        return (0..<(grid.count ?? 0)).map { index in
            grid.assignments(at: index).map { "\($0.parameter.name)=\($0.value)" }.joined(separator: " ")
        }
    }

    @Test("parameters keep the order written and the last varies fastest, choices with their own parameters")
    func order() throws {
        let space = SearchSpace([
            .init(name: "batch", domain: .values([.int(16), .string("full")])),
            .init(
                name: "optimizer",
                domain: .choices([
                    .init(
                        name: "sgd", subspace: SearchSpace([.init(name: "lr", domain: .values([.int(1), .int(2)]))])),
                    .init(name: "adam", subspace: SearchSpace()),
                ])),
            .init(name: "n", domain: .integers(min: -1, max: 0)),
        ])
        #expect(
            try lines([space]) == [
                "batch=16 optimizer=sgd lr=1 n=-1", "batch=16 optimizer=sgd lr=1 n=0",
                "batch=16 optimizer=sgd lr=2 n=-1", "batch=16 optimizer=sgd lr=2 n=0",
                "batch=16 optimizer=adam n=-1", "batch=16 optimizer=adam n=0",
                "batch=full optimizer=sgd lr=1 n=-1", "batch=full optimizer=sgd lr=1 n=0",
                "batch=full optimizer=sgd lr=2 n=-1", "batch=full optimizer=sgd lr=2 n=0",
                "batch=full optimizer=adam n=-1", "batch=full optimizer=adam n=0",
            ])
    }

    @Test("groups prefix the names inside them, those of choices too, and several spaces follow one another")
    func groups() throws {
        let choices = ParameterDomain.choices([
            .init(name: "adam", subspace: SearchSpace([.init(name: "eps", domain: .constant(.int(1)))]))
        ])
        let group = SearchSpace([.init(name: "name", domain: choices), .init(name: "k", domain: .values([.int(1)]))])
        #expect(
            try lines([
                SearchSpace([.init(name: "optimizer", domain: .group(group))]), SearchSpace(),
                SearchSpace([.init(name: "lr", domain: .values([.int(3), .int(4)]))]),
            ]) == ["optimizer.name=adam optimizer.eps=1 optimizer.k=1", "", "lr=3", "lr=4"])
    }

    @Test("a quantized uniform parameter goes from min in steps of q and stays below max")
    func steps() throws {
        func values(_ min: Double, _ max: Double, _ q: Double) throws -> [String] {
            try lines([
                SearchSpace([.init(name: "x", domain: .continuous(.uniform(min: min, max: max), quantum: q))])
            ])
        }
        #expect(try values(0, 1, 0.25) == ["x=0", "x=0.25", "x=0.5", "x=0.75"])
        #expect(try values(1, 4, 2) == ["x=1", "x=3"])
        // As a person counts: three tenths are 0.3, and 1.3 is 3 steps of 0.1 from 1.
        #expect(try values(0.1, 0.5, 0.1) == ["x=0.1", "x=0.2", "x=0.3", "x=0.4"])
        #expect(try values(1, 1.3, 0.1) == ["x=1", "x=1.1", "x=1.2"])
        #expect(try values(0, 3e-5, 1e-5) == ["x=0", "x=1e-05", "x=2e-05"])
    }

    @Test("a grid that leaves out the max of a quantized parameter says so, where a step would lead there")
    func notes() throws {
        func notes(_ max: Double) throws -> [String] {
            let domain = ParameterDomain.continuous(.uniform(min: 0.1, max: max), quantum: 0.1)
            return try GridSampler([SearchSpace([.init(name: "x", domain: domain)])]).notes
        }
        #expect(
            try notes(0.7)
                == ["The grid over 'x' leaves out its max 0.7, as W&B does; list the values to have it."])
        #expect(try notes(0.75).isEmpty)
    }

    @Test(
        "what a grid cannot list is refused by name",
        arguments: [
            (
                ParameterDomain.continuous(.logUniform(min: 1, max: 2), quantum: nil),
                "'g.x': a grid needs values that can be listed, not a distribution; list them, or use the method random."
            ),
            (
                .weightedValues([.int(1)], probabilities: [1]),
                "'g.x': a grid tries every value once, so it takes no probabilities; use the method random."
            ),
            (
                .continuous(.uniform(min: 0, max: 1e300), quantum: 1e-300),
                "'g.x': a grid cannot count its steps; choose a larger q."
            ),
        ])
    func refused(domain: ParameterDomain, message: String) throws {
        let space = SearchSpace([.init(name: "g", domain: .group(SearchSpace([.init(name: "x", domain: domain)])))])
        let error = try #require(throws: SettingError.self) { try GridSampler([space]) }
        #expect(error.description == message)
    }

    @Test("a grid too large for a machine word still gives its first combinations")
    func beyondCounting() throws {
        let axis = ParameterDomain.integers(min: .min, max: .max)
        let grid = try GridSampler([
            SearchSpace([
                .init(name: "a", domain: .values([.int(1), .int(2)])), .init(name: "b", domain: axis),
                .init(name: "c", domain: .values([.int(1), .int(2)])),
            ])
        ])
        #expect(grid.count == nil)
        #expect(
            grid.assignments(at: 3).map(\.value) == [.int(1), .int(.min + 1), .int(2)])
    }
}
